import { classNames } from '~/ui/class-names'
import { FieldError, type FieldProps, FormGroup, Hint, describedBy, hasErrors } from './form-group'
import { Label } from './text-input'

export interface TextareaProps extends FieldProps {
  label: string
  isPageHeading?: boolean
  rows?: number
  defaultValue?: string
  maxLength?: number
  spellCheck?: boolean
}

/** A question answered in some lines. A limit is said in the hint; the server checks it. */
export function Textarea({ id, label, isPageHeading, hint, errors, rows = 4, ...rest }: TextareaProps) {
  return (
    <FormGroup errors={errors}>
      <Label htmlFor={id} isPageHeading={isPageHeading}>
        {label}
      </Label>
      {hint != null && <Hint id={id}>{hint}</Hint>}
      <FieldError id={id} errors={errors} />
      <textarea
        {...rest}
        id={id}
        rows={rows}
        className={classNames('govuk-textarea', hasErrors(errors) && 'govuk-textarea--error')}
        aria-describedby={describedBy({ id, hint, errors })}
        aria-invalid={hasErrors(errors) || undefined}
      />
    </FormGroup>
  )
}
