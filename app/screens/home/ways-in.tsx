export interface WaysInProps {
  ways: readonly { text: string; to: string }[]
  label: string
}

/** Searches ready made, a link each. */
export function WaysIn({ ways, label }: WaysInProps) {
  return (
    <ul className="tg-ways" aria-label={label}>
      {ways.map(({ text, to }) => (
        <li key={to}>
          <a className="govuk-link govuk-link--no-visited-state" href={to}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}
