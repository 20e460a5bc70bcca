import { FieldError, type FieldProps, FormGroup, describedBy, hasErrors } from './form-group'

export interface TickProps extends FieldProps {
  text: string
  isTicked: boolean
  /** What it sends: 'yes', or what it is said of. */
  value?: string
}

/** One statement to tick, which is its own question. */
export function Tick({ id, name, errors, text, isTicked, value = 'yes' }: TickProps) {
  return (
    <FormGroup errors={errors}>
      <FieldError id={id} errors={errors} />
      <div className="govuk-checkboxes govuk-checkboxes--small">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            id={id}
            name={name}
            type="checkbox"
            value={value}
            defaultChecked={isTicked}
            aria-describedby={describedBy({ id, errors })}
            aria-invalid={hasErrors(errors) || undefined}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
            {text}
          </label>
        </div>
      </div>
    </FormGroup>
  )
}
