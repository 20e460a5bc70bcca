import { classNames } from '~/ui/class-names'
import { FieldError, type FieldProps, FormGroup, Hint, describedBy, hasErrors } from './form-group'
import { Label } from './text-input'

interface SelectOption {
  value: string
  text: string
}

export interface SelectProps extends FieldProps {
  label: string
  options: readonly SelectOption[]
  /** The words of the empty first choice; left out, there is none. */
  emptyText?: string
  defaultValue?: string
}

/** One choice of a long list; six or fewer are better as Radios. */
export function Select({ id, name, label, hint, errors, options, emptyText, defaultValue }: SelectProps) {
  return (
    <FormGroup errors={errors}>
      <Label htmlFor={id}>{label}</Label>
      {hint != null && <Hint id={id}>{hint}</Hint>}
      <FieldError id={id} errors={errors} />
      <select
        id={id}
        name={name}
        defaultValue={defaultValue ?? (emptyText === undefined ? undefined : '')}
        className={classNames('govuk-select', hasErrors(errors) && 'govuk-select--error')}
        aria-describedby={describedBy({ id, hint, errors })}
        aria-invalid={hasErrors(errors) || undefined}
      >
        {emptyText !== undefined && <option value="">{emptyText}</option>}
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}
