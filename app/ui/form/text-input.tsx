import type { InputHTMLAttributes } from 'react'

import { classNames } from '~/ui/class-names'
import { FieldError, type FieldProps, FormGroup, Hint, describedBy, hasErrors } from './form-group'

export interface TextInputProps extends FieldProps {
  label: string
  /** The label is the page's h1. */
  isPageHeading?: boolean
  /** Characters the box is made for; it says how long an answer is expected. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  prefix?: string
  suffix?: string
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'url' | 'date'
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  autoComplete?: string
  defaultValue?: string
  spellCheck?: boolean
  maxLength?: number
  list?: string
}

/** A question answered in one line. Numbers are text with inputMode 'numeric' (GOV.UK: type=number loses typing). */
export function TextInput(props: TextInputProps) {
  const { id, label, isPageHeading, hint, errors, width, prefix, suffix, type = 'text', ...rest } = props
  const input = (
    <input
      {...rest}
      id={id}
      type={type}
      className={classNames(
        'govuk-input',
        width && `govuk-input--width-${width}`,
        hasErrors(errors) && 'govuk-input--error',
      )}
      aria-describedby={describedBy(props)}
      aria-invalid={hasErrors(errors) || undefined}
    />
  )
  return (
    <FormGroup errors={errors}>
      <Label htmlFor={id} isPageHeading={isPageHeading}>
        {label}
      </Label>
      {hint != null && <Hint id={id}>{hint}</Hint>}
      <FieldError id={id} errors={errors} />
      {prefix || suffix ? <Affixed prefix={prefix} suffix={suffix} input={input} /> : input}
    </FormGroup>
  )
}

/** The words of one control; as the page's h1 when the page asks only this. */
export function Label(props: { htmlFor: string; isPageHeading?: boolean; children: string }) {
  const label = (
    <label
      className={classNames('govuk-label', props.isPageHeading && 'govuk-label--l')}
      htmlFor={props.htmlFor}
    >
      {props.children}
    </label>
  )
  return props.isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label
}

function Affixed({ prefix, suffix, input }: { prefix?: string; suffix?: string; input: JSX.Element }) {
  return (
    <div className="govuk-input__wrapper">
      {prefix && (
        <div className="govuk-input__prefix" aria-hidden="true">
          {prefix}
        </div>
      )}
      {input}
      {suffix && (
        <div className="govuk-input__suffix" aria-hidden="true">
          {suffix}
        </div>
      )}
    </div>
  )
}
