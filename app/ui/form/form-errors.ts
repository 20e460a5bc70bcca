export interface ErrorItem {
  text: string
  /** The id of the control to go to; none for what is wrong with the form as a whole. */
  fieldId?: string
}

/** What these functions read of a Conform field (FieldMetadata fits). */
export interface NamedField {
  id: string
  name: string
  errors?: readonly string[]
  defaultValue?: string
  defaultOptions?: string[]
}

export interface FieldAttributes {
  id: string
  name: string
  errors?: readonly string[]
  defaultValue?: string
}

/** The attributes a TextInput, Textarea, Select or Radios takes from a Conform field: spread them. */
export function fieldAttributes(field: NamedField): FieldAttributes {
  return { id: field.id, name: field.name, errors: field.errors, defaultValue: field.defaultValue }
}

/** The attributes Checkboxes take from a Conform field with a list of values. */
export function optionsAttributes(field: NamedField) {
  const { id, name, errors, defaultOptions } = field
  const single = field.defaultValue === undefined ? [] : [field.defaultValue]
  return { id, name, errors, defaultOptions: defaultOptions ?? single }
}

/**
 * The lines of the error summary from Conform's `form.allErrors`, in the order of the fields on the page (name each one:
 * the fields Conform gives cannot be listed): first what is
 * wrong with the form as a whole (key ''), then each field with its nested ones (`date.day`, `child[0].age`), then the rest.
 */
export function errorItems(
  form: { allErrors: Readonly<Record<string, readonly string[] | undefined>> },
  fields: Readonly<Record<string, Pick<NamedField, 'id' | 'name'>>>,
): ErrorItem[] {
  const ordered = Object.values(fields)
  return Object.entries(form.allErrors)
    .map(([key, texts]) => ({ key, texts: texts ?? [], at: key === '' ? -1 : positionOf(key, ordered) }))
    .sort((a, b) => a.at - b.at)
    .flatMap(({ key, texts, at }) =>
      unique(texts).map(text => ({ text, fieldId: idWithin(key, ordered[at]) })),
    )
}

/** The control to go to: the box at fault of a date, else the field's first control. */
function idWithin(key: string, field: Pick<NamedField, 'id' | 'name'> | undefined): string | undefined {
  if (!field) return undefined
  const part = /^\.(month|year|sure)$/.exec(key.slice(field.name.length))?.[1]
  return part ? `${field.id}-${part}` : field.id
}

function positionOf(key: string, fields: ReadonlyArray<{ name: string }>): number {
  const at = fields.findIndex(
    ({ name }) => key === name || key.startsWith(`${name}.`) || key.startsWith(`${name}[`),
  )
  return at < 0 ? fields.length : at
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
