/**
 * What nobody sees in a text and no word needs: control characters (but tab and line ends), what has no width (space, joiner, mark of
 * the byte order) and what turns the direction of letters around, so that a name would be read as another. The joiners that letters
 * and emoji need (U+200C, U+200D) and the marks of direction (U+200E, U+200F) are none of it.
 */
const RANGES = [
  '\\0-\\x08',
  '\\x0B\\x0C',
  '\\x0E-\\x1F',
  '\\x7F-\\x9F',
  '\\u200B',
  '\\u202A-\\u202E',
  '\\u2060-\\u2064',
  '\\u2066-\\u2069',
  '\\uFEFF',
].join('')
const ONE = new RegExp(`[${RANGES}]`)
const ALL = new RegExp(`[${RANGES}]`, 'g')

/** Whether a text holds a character that cannot be seen. */
export function holdsUnseen(text: string): boolean {
  return ONE.test(text)
}

/** The text without what cannot be seen. */
export function withoutUnseen(text: string): string {
  return text.replace(ALL, '')
}
