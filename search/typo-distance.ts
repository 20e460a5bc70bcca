/** How many typing errors a word of this length is forgiven: 1 from five letters, 2 from nine, as in Meilisearch. */
export function forgivenTypos(word: string): number {
  const letters = [...word].length
  if (letters >= 9) return 2
  return letters >= 5 ? 1 : 0
}

/**
 * The typing errors between what was typed and a word, or with `prefix` the best beginning of that word. A letter
 * wrong, missing, added, or two neighbours swapped is one error; with a wrong first letter, it counts two.
 * More than `most` is returned as Infinity.
 */
export function typosBetween(typed: string, word: string, most: number, prefix: boolean): number {
  const sameStart = typed.charCodeAt(0) === word.charCodeAt(0)
  const edits = editsBetween(typed, word, sameStart ? most : 1, prefix)
  if (sameStart || edits === 0) return edits
  return edits === 1 && most >= 2 ? 2 : Infinity
}

/** Three rows of the table of edits are enough, as a swap looks two rows back. Only cells near the diagonal count. */
function editsBetween(typed: string, word: string, most: number, prefix: boolean): number {
  if (typed.length - word.length > most) return Infinity
  if (!prefix && word.length - typed.length > most) return Infinity
  const width = Math.min(word.length, typed.length + most)
  let [before, above, current] = rowsFor(width + 1)
  for (let column = 0; column <= width; column += 1) above[column] = Math.min(column, most + 1)
  for (let row = 1; row <= typed.length; row += 1) {
    if (fillRow({ typed, word, row, most, width }, before, above, current) > most) return Infinity
    ;[before, above, current] = [above, current, before]
  }
  const edits = prefix ? leastOf(above, width) : (above[width] ?? Infinity)
  return edits <= most ? edits : Infinity
}

type Rows = [before: Uint8Array, above: Uint8Array, current: Uint8Array]

/** Thousands of words are measured for one search: they share three rows. */
let shared: Rows = makeRows(64)

function rowsFor(length: number): Rows {
  if (shared[0].length < length) shared = makeRows(length * 2)
  return shared
}

function makeRows(length: number): Rows {
  return [new Uint8Array(length), new Uint8Array(length), new Uint8Array(length)]
}

function leastOf(row: Uint8Array, width: number): number {
  let least = Infinity
  for (let column = 0; column <= width; column += 1) least = Math.min(least, row[column] ?? Infinity)
  return least
}

interface Row {
  typed: string
  word: string
  row: number
  most: number
  width: number
}

/** Fills one row and returns its least value. */
function fillRow(
  { typed, word, row, most, width }: Row,
  before: Uint8Array,
  above: Uint8Array,
  current: Uint8Array,
): number {
  const beyond = most + 1
  current.fill(beyond, 0, width + 1)
  if (row <= most) current[0] = row
  const letter = typed.charCodeAt(row - 1)
  const letterBefore = typed.charCodeAt(row - 2)
  let lowest = current[0] ?? beyond
  for (let column = Math.max(1, row - most); column <= Math.min(width, row + most); column += 1) {
    const wordLetter = word.charCodeAt(column - 1)
    let least = (above[column - 1] ?? beyond) + (letter === wordLetter ? 0 : 1)
    least = Math.min(least, (above[column] ?? beyond) + 1, (current[column - 1] ?? beyond) + 1)
    const swapped =
      row > 1 && column > 1 && letter === word.charCodeAt(column - 2) && letterBefore === wordLetter
    if (swapped) least = Math.min(least, (before[column - 2] ?? beyond) + 1)
    current[column] = Math.min(least, beyond)
    lowest = Math.min(lowest, least)
  }
  return lowest
}
