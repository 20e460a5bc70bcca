import { tokenise } from './tokens'

/** A piece of a text; `marked` when it is a word that was searched for. Plain text: whoever writes it escapes it. */
export interface HighlightPart {
  text: string
  marked: boolean
}

/** A text cut into pieces, those words marked that are in the set (folded words). */
export function markWords(text: string, words: ReadonlySet<string>): HighlightPart[] {
  const marks = tokenise(text).filter(token => words.has(token.word))
  return cutAt(text, marks)
}

/** Private-use characters, which no text of a service holds, stand around the words Meilisearch marks. */
export const MARK_START = '\uE000'
export const MARK_END = '\uE001'

/** A text with Meilisearch's marks in it, cut into pieces. */
export function readMarks(text: string): HighlightPart[] {
  return text
    .split(new RegExp(`(${MARK_START}[^${MARK_END}]*${MARK_END})`))
    .filter(piece => piece !== '')
    .map(piece =>
      piece.startsWith(MARK_START)
        ? { text: piece.slice(1, -1), marked: true }
        : { text: piece, marked: false },
    )
}

function cutAt(text: string, marks: readonly { start: number; end: number }[]): HighlightPart[] {
  const parts: HighlightPart[] = []
  let done = 0
  for (const { start, end } of marks) {
    if (start > done) parts.push({ text: text.slice(done, start), marked: false })
    parts.push({ text: text.slice(start, end), marked: true })
    done = end
  }
  if (done < text.length) parts.push({ text: text.slice(done), marked: false })
  return parts
}
