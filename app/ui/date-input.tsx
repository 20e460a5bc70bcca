import { classNames } from './class-names'
import { FieldError, type FieldProps, FormGroup, Hint, describedBy, hasErrors } from './form-group'
import { Fieldset } from './fieldset'

export interface DateParts {
  day?: string
  month?: string
  year?: string
}

export interface DateInputProps extends FieldProps {
  legend: string
  isPageHeading?: boolean
  defaultValue?: DateParts
  /** 'bday' gives the browser's autofill of a date of birth. */
  autoComplete?: 'bday'
}

interface Part {
  part: keyof DateParts
  label: string
  width: 2 | 4
}

const PARTS: readonly Part[] = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
]

/** A date in three boxes named `name.day`, `name.month`, `name.year`; the day's box carries the field's id. */
export function DateInput(props: DateInputProps) {
  const { id, legend, isPageHeading, hint, errors } = props
  return (
    <FormGroup errors={errors}>
      <Fieldset legend={legend} isPageHeading={isPageHeading} describedBy={describedBy(props)}>
        {hint != null && <Hint id={id}>{hint}</Hint>}
        <FieldError id={id} errors={errors} />
        <div className="govuk-date-input">
          {PARTS.map(({ part, label, width }) => (
            <DatePart key={part} {...props} part={part} label={label} width={width} />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

function DatePart(props: DateInputProps & Part) {
  const { id, name, errors, part, label, width, defaultValue, autoComplete } = props
  return (
    <div className="govuk-date-input__item">
      <label className="govuk-label govuk-date-input__label" htmlFor={partId(id, part)}>
        {label}
      </label>
      <input
        className={classNames(
          'govuk-input govuk-date-input__input',
          `govuk-input--width-${width}`,
          hasErrors(errors) && 'govuk-input--error',
        )}
        id={partId(id, part)}
        name={`${name}.${part}`}
        type="text"
        inputMode="numeric"
        autoComplete={autoComplete && `${autoComplete}-${part}`}
        defaultValue={defaultValue?.[part]}
      />
    </div>
  )
}

function partId(id: string, part: keyof DateParts): string {
  return part === 'day' ? id : `${id}-${part}`
}
