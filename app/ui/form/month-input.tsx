import { classNames } from '~/ui/class-names'
import { Fieldset } from './fieldset'
import type { AllErrors } from './date-input'
import { describedBy, FieldError, type FieldProps, FormGroup, hasErrors, Hint } from './form-group'

export interface MonthInputProps extends Omit<FieldProps, 'errors'> {
  legend: string
  allErrors: AllErrors
  defaultValue?: { month?: string; year?: string }
}

const PARTS = [
  { part: 'month', label: 'Month', width: 5 },
  { part: 'year', label: 'Year', width: 4 },
] as const

/** A month of a year in two boxes named `name.month` and `name.year`; the month's box carries the field's id. */
export function MonthInput(props: MonthInputProps) {
  const { id, name, legend, hint, allErrors, defaultValue = {} } = props
  const errors = [name, `${name}.month`, `${name}.year`].flatMap(each => allErrors[each] ?? [])
  return (
    <FormGroup errors={errors}>
      <Fieldset legend={legend} describedBy={describedBy({ id, hint, errors })}>
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
                    [name, `${name}.${part}`].some(each => hasErrors(allErrors[each] ?? [])) &&
                      'govuk-input--error',
                  )}
                  id={inputId}
                  name={`${name}.${part}`}
                  type="text"
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
