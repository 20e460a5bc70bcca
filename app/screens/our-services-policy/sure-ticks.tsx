/** A tick for each thing that hardly goes together and may be meant all the same. */
export function SureTicks({ asked }: { asked: readonly { code: string; text: string }[] }) {
  if (asked.length === 0) return null
  return (
    <fieldset className="govuk-fieldset govuk-form-group">
      <legend className="govuk-fieldset__legend">Tick what is meant so</legend>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        {asked.map(({ code, text }) => (
          <div key={code} className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              id={`sure-${code}`}
              name="sure"
              type="checkbox"
              value={code}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`sure-${code}`}>
              {text}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
