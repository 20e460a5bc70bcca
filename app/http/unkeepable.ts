import { holdsUnseen, withoutUnseen } from '~/domain/words/unseen'

/** What no text of the database can hold. A secret is taken letter by letter, and may hold all but this. */
const NUL = '\0'

/** What to say beside each field that holds what cannot be kept, by its name; null where none does. Secrets are not drawn again. */
export function unkeepable(
  fields: Iterable<readonly [name: string, value: unknown]>,
  secretFields: readonly string[],
): Record<string, string[]> | null {
  const held = [...fields].filter(
    ([name, value]) =>
      typeof value === 'string' && (secretFields.includes(name) ? value.includes(NUL) : holdsUnseen(value)),
  )
  if (held.length === 0) return null
  return Object.fromEntries(held.map(([name]) => [name, [wordsFor(secretFields.includes(name))]]))
}

/** A text as it is drawn again and kept: without what cannot be seen, line ends plain, no white space around it. */
export function keepable(text: string): string {
  return withoutUnseen(text).replace(/\r\n?/g, '\n').trim()
}

function wordsFor(isSecret: boolean): string {
  const what = 'There was a character here that cannot be seen and cannot be kept'
  return isSecret
    ? `${what}: type it again`
    : `${what}. It was taken out: read what is left, then send it again`
}
