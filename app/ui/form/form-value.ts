import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'

import { type ErrorItem, errorItems } from './form-errors'

/** What a form holds, read by name: values as typed or as kept, and what is wrong, both by the names of the fields. */
export interface FormState {
  /** Of the ids of the controls. */
  formId: string
  values: Readonly<Record<string, unknown>>
  errors: Readonly<Record<string, readonly string[] | null>>
}

/** What every kind of field starts from. */
export interface FieldStart {
  id: string
  name: string
  hint: ReactNode
  errors: readonly string[]
}

/** A form as it came back with something to mend, else with what it starts from. */
export function formStateOf(
  formId: string,
  submission: SubmissionResult<string[]> | null | undefined,
  start: Readonly<Record<string, unknown>> = {},
): FormState {
  return { formId, values: submission?.initialValue ?? start, errors: submission?.error ?? {} }
}

/** The lines of the error summary, in the order of the names given: that of the fields on the page. */
export function wrongIn(form: FormState, names: readonly string[]): ErrorItem[] {
  return errorItems(
    form.errors,
    names.map(name => ({ id: fieldId(form, name), name })),
  )
}

/** The id, name and errors every control takes from the form. */
export function startOf<Name extends string>(form: FormState, name: Name) {
  return { id: fieldId(form, name), name, errors: errorsOf(form, name) }
}

/** The same, and the text it holds, for a TextInput, Textarea, Select or Radios. */
export function fieldOf(form: FormState, name: string) {
  const value = form.values[name]
  return { ...startOf(form, name), defaultValue: typeof value === 'string' ? value : undefined }
}

/** What a DateInput takes from the form. */
export function dateOf(form: FormState, name: string) {
  return {
    id: fieldId(form, name),
    name,
    allErrors: form.errors,
    defaultValue: partsOf(form.values[name]),
  }
}

/** A text box's value: numbers in words, nothing for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : ''
}

/** The ticked values of a list of boxes; one alone comes back from a form as a plain text. */
export function listOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
}

/** The parts of a field of several boxes. */
export function partsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** The rows of a field of several rows, with empty ones up to `spare` more than are filled and `least` in all. */
export function rowsOf(
  value: unknown,
  spare: number,
  least: number,
  most: number,
): Record<string, unknown>[] {
  const filled = Array.isArray(value) ? value.map(partsOf) : []
  const wanted = Math.min(Math.max(filled.length + spare, least), most)
  return [...filled, ...Array.from({ length: Math.max(0, wanted - filled.length) }, () => ({}))]
}

/** The id of a field's first control. */
export function fieldId({ formId }: Pick<FormState, 'formId'>, name: string): string {
  return `${formId}-${name.replace(/[^A-Za-z0-9]+/g, '-')}`
}

/** What is wrong with a field, and with nothing inside it. */
export function errorsOf({ errors }: Pick<FormState, 'errors'>, name: string): readonly string[] {
  return errors[name] ?? []
}
