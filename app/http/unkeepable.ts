/** What no text of the database can hold: NUL, which comes along where something is pasted from a file, and nobody sees. */
const UNKEEPABLE = '\0'

/** A text without what cannot be kept. */
export function withoutUnkeepable(text: string): string {
  return text.replaceAll(UNKEEPABLE, '')
}

/** What to say beside each field that holds what cannot be kept, by its name; null where none does. Secrets are not drawn again. */
export function unkeepable(
  fields: Iterable<readonly [name: string, value: unknown]>,
  secretFields: readonly string[],
): Record<string, string[]> | null {
  const held = [...fields].filter(([, value]) => typeof value === 'string' && value.includes(UNKEEPABLE))
  if (held.length === 0) return null
  return Object.fromEntries(held.map(([name]) => [name, [wordsFor(secretFields.includes(name))]]))
}

function wordsFor(isSecret: boolean): string {
  const what = 'There was a character here that cannot be seen and cannot be kept'
  return isSecret
    ? `${what}: type it again`
    : `${what}. It was taken out: read what is left, then send it again`
}
