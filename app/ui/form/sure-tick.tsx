/** The tick under what is unusual but possible. What it sends is what was asked about, so that it holds for nothing else. */
export function SureTick(props: {
  id: string
  name: string
  value: string
  text: string
  isTicked: boolean
}) {
  const { id, name, value, text, isTicked } = props
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          key={value}
          className="govuk-checkboxes__input"
          id={id}
          name={name}
          type="checkbox"
          value={value}
          defaultChecked={isTicked}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          {text}
        </label>
      </div>
    </div>
  )
}
