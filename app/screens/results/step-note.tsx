export interface StepNoteProps {
  step: string | null
  others: readonly { text: string; href: string }[]
}

/** Said above the list where not all of what was typed matches: what was given up, and what else there is. */
export function StepNote({ step, others }: StepNoteProps) {
  if (step === null && others.length === 0) return null
  return (
    <div className="tg-step">
      {step && <p className="govuk-body">{step}</p>}
      {others.length > 0 && (
        <ul className="govuk-list">
          {others.map(({ text, href }) => (
            <li key={href}>
              <a className="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
