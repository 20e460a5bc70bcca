import { classNames } from './class-names'
import { Fieldset } from './fieldset'
import { describedBy, FieldError, type FieldProps, FormGroup, hasErrors, Hint } from './form-group'

export interface MonthInputProps extends FieldProps {
  legend: string
  defaultValue?: { month?: string; year?: string }
}

const PARTS = [
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const

/** A month of a year in two boxes named `name.month` and `name.year`; the month's box carries the field's id. */
export function MonthInput(props: MonthInputProps) {
  const { id, name, legend, hint, errors, defaultValue = {} } = props
  return (
    <FormGroup errors={errors}>
      <Fieldset legend={legend} describedBy={describedBy(props)}>
        {hint !== undefined && <Hint id={id}>{hint}</Hint>}
        <FieldError id={id} errors={errors} />
        <div className="govuk-date-input">
          {PARTS.map(({ part, label, width }) => {
            const inputId = part === 'month' ? id : `${id}-${part}`
            return (
              <div key={part} className="govuk-date-input__item">
                <label className="govuk-label govuk-date-input__label" htmlFor={inputId}>
                  {label}
                </label>
                <input
                  className={classNames(
                    'govuk-input govuk-date-input__input',
                    `govuk-input--width-${width}`,
                    hasErrors(errors) && 'govuk-input--error',
                  )}
                  id={inputId}
                  name={`${name}.${part}`}
                  type="text"
                  inputMode="numeric"
                  defaultValue={defaultValue[part]}
                />
              </div>
            )
          })}
        </div>
      </Fieldset>
    </FormGroup>
  )
}
