import { tickFor } from '~/domain/time/day-field'
import { DAY_PARTS, type DayPart, type TypedDay } from '~/domain/time/typed-day'
import { classNames } from '~/ui/class-names'
import { FieldError, type FieldProps, FormGroup, Hint, describedBy, hasErrors } from './form-group'
import { Fieldset } from './fieldset'
import { SureTick } from './sure-tick'

/** What the boxes hold, as typed; `sure` is the day that was ticked as right. */
type DateParts = TypedDay & { sure?: string }

/** What is wrong with a form, by the names of its fields and of the parts of them. */
export type AllErrors = Readonly<Record<string, readonly string[] | null | undefined>>

export interface DateInputProps extends Omit<FieldProps, 'errors'> {
  legend: string
  isPageHeading?: boolean
  allErrors: AllErrors
  defaultValue?: DateParts
  /** 'bday' gives the browser's autofill of a date of birth. */
  autoComplete?: 'bday'
}

const LOOK: Readonly<Record<DayPart, { label: string; width: 2 | 4 | 5 }>> = {
  day: { label: 'Day', width: 2 },
  month: { label: 'Month', width: 5 },
  year: { label: 'Year', width: 4 },
}

/**
 * A date in three boxes named `name.day`, `name.month`, `name.year`; the day's box carries the field's id. Only the box at
 * fault is red; under a day that is asked about stands a tick.
 */
export function DateInput(props: DateInputProps) {
  const { id, name, legend, isPageHeading, hint, allErrors, defaultValue = {} } = props
  const errors = [name, ...[...DAY_PARTS, 'sure'].map(part => `${name}.${part}`)].flatMap(
    each => allErrors[each] ?? [],
  )
  const tick = tickFor(defaultValue)
  const isTicked = tick !== null && defaultValue.sure === tick.value
  const isAsked = isTicked || hasErrors(allErrors[`${name}.sure`] ?? [])
  return (
    <FormGroup errors={errors}>
      <Fieldset legend={legend} isPageHeading={isPageHeading} describedBy={describedBy({ id, hint, errors })}>
        {hint != null && <Hint id={id}>{hint}</Hint>}
        <FieldError id={id} errors={errors} />
        <div className="govuk-date-input">
          {DAY_PARTS.map(part => (
            <DatePart key={part} {...props} part={part} />
          ))}
        </div>
        {tick && isAsked && (
          <SureTick id={`${id}-sure`} name={`${name}.sure`} {...tick} isTicked={isTicked} />
        )}
      </Fieldset>
    </FormGroup>
  )
}

function DatePart(props: DateInputProps & { part: DayPart }) {
  const { id, name, allErrors, part, defaultValue, autoComplete } = props
  const { label, width } = LOOK[part]
  const isAtFault = [name, `${name}.${part}`].some(each => hasErrors(allErrors[each] ?? []))
  return (
    <div className="govuk-date-input__item">
      <label className="govuk-label govuk-date-input__label" htmlFor={partId(id, part)}>
        {label}
      </label>
      <input
        className={classNames(
          'govuk-input govuk-date-input__input',
          `govuk-input--width-${width}`,
          isAtFault && 'govuk-input--error',
        )}
        id={partId(id, part)}
        name={`${name}.${part}`}
        type="text"
        autoComplete={autoComplete && `${autoComplete}-${part}`}
        defaultValue={defaultValue?.[part]}
      />
    </div>
  )
}

function partId(id: string, part: DayPart): string {
  return part === 'day' ? id : `${id}-${part}`
}
