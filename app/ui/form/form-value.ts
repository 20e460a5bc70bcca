import type { ReactNode } from 'react'

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
