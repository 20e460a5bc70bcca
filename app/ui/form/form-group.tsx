import { withPhones } from '../phones-in'
import type { ReactNode } from 'react'

import { classNames } from '~/ui/class-names'

export interface FieldProps {
  /** Of the first control; the error summary links to it. */
  id: string
  name: string
  hint?: ReactNode
  /** What is wrong; nothing or an empty list when nothing is. */
  errors?: readonly string[]
}

/** One question with its answer: the coloured edge of an error goes round it. */
export function FormGroup({ errors, children }: Pick<FieldProps, 'errors'> & { children: ReactNode }) {
  return (
    <div className={classNames('govuk-form-group', hasErrors(errors) && 'govuk-form-group--error')}>
      {children}
    </div>
  )
}

/** Help that stays in sight, tied to its control by `describedBy`. */
export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={`${id}-hint`} className="govuk-hint">
      {children}
    </div>
  )
}

/** What is wrong with one field, beside it. */
export function FieldError({ id, errors }: Pick<FieldProps, 'id' | 'errors'>) {
  if (!hasErrors(errors)) return null
  return (
    <p id={`${id}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {withPhones(errors?.join('. '))}
    </p>
  )
}

/** The value of aria-describedby for a field with this hint and these errors; undefined when it has neither. */
export function describedBy({
  id,
  hint,
  errors,
}: Pick<FieldProps, 'id' | 'hint' | 'errors'>): string | undefined {
  return classNames(hint != null && `${id}-hint`, hasErrors(errors) && `${id}-error`) || undefined
}

export function hasErrors(errors: readonly string[] | undefined): boolean {
  return errors !== undefined && errors.length > 0
}
