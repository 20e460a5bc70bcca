export interface ErrorItem {
  text: string
  /** The id of the control to go to; none for what is wrong with the form as a whole. */
  fieldId?: string
}

interface NamedField {
  id: string
  name: string
}

/**
 * The lines of the error summary, in the order of the fields on the page: first what is wrong with the form as a whole (key ''),
 * then each field with its nested ones (`date.day`, `child[0].age`), then the rest.
 */
export function errorItems(
  allErrors: Readonly<Record<string, readonly string[] | null | undefined>>,
  fields: readonly NamedField[],
): ErrorItem[] {
  return Object.entries(allErrors)
    .map(([key, texts]) => ({ key, texts: texts ?? [], at: key === '' ? -1 : positionOf(key, fields) }))
    .sort((a, b) => a.at - b.at)
    .flatMap(({ key, texts, at }) =>
      unique(texts).map(text => ({ text, fieldId: idWithin(key, fields[at]) })),
    )
}

/** The control to go to: the box at fault of a date, else the field's first control. */
function idWithin(key: string, field: NamedField | undefined): string | undefined {
  if (!field) return undefined
  const part = /^\.(month|year|sure)$/.exec(key.slice(field.name.length))?.[1]
  return part ? `${field.id}-${part}` : field.id
}

function positionOf(key: string, fields: readonly NamedField[]): number {
  const at = fields.findIndex(
    ({ name }) => key === name || key.startsWith(`${name}.`) || key.startsWith(`${name}[`),
  )
  return at < 0 ? fields.length : at
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
