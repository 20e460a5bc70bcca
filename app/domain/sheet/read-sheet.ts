import { csvLines } from './csv-lines'
import { holdsUnseen } from '../words/unseen'
import type { SheetRow, SheetWrong } from './sheet'

/** More are no list of one organisation. */
const MOST_LINES = 10_000
/** What a cell is told that holds one. */
export const UNSEEN = 'a character that cannot be seen and cannot be kept. Empty the cell and type it again'
/** What `csvText` puts before a text that a spreadsheet would run. */
const MADE_HARMLESS = /^'(?=[=+\-@\t\r])/

/**
 * Reads a file whose first line names its columns, in any order: every heading is one of `headings`, `needed` is among them, and each line has
 * that cell once in the file. A harmless formula is read as what was typed.
 */
export function readSheet(
  text: string,
  headings: readonly string[],
  needed: string | null,
): { ok: true; rows: SheetRow[] } | { ok: false; wrong: SheetWrong[] } {
  const records = csvLines(text)
  if (!Array.isArray(records)) return { ok: false, wrong: [{ ...records, column: null }] }
  const [head, ...body] = records
  if (!head) return refused(1, 'The file is empty. Its first line must name the columns')
  const named = head.cells.map(cell => headings.find(heading => tidy(heading) === tidy(cell)) ?? null)
  const wrong = wrongHeadings(head, named, needed)
  if (wrong.length > 0) return { ok: false, wrong }
  if (body.length === 0) return refused(head.line, 'There is nothing under the headings')
  if (body.length > MOST_LINES) return refused(MOST_LINES + 2, `A file may hold ${MOST_LINES} lines`)
  const rows = body.map(({ line, cells }) => ({ line, cells: cellsOf(named, cells) }))
  const long = body
    .filter(({ cells }) => cells.slice(named.length).some(cell => cell !== ''))
    .map(({ line }) => ({
      line,
      column: null,
      say: 'There are more cells than headings. Put a text that has a comma in quotation marks',
    }))
  const bad = [...long, ...rows.flatMap(unseenIn)]
  return bad.length > 0 ? { ok: false, wrong: bad } : { ok: true, rows }
}

function unseenIn({ line, cells }: SheetRow): SheetWrong[] {
  return Object.entries(cells)
    .filter(([, cell]) => holdsUnseen(cell))
    .map(([column]) => ({ line, column, say: `There is ${UNSEEN}` }))
}

/** The lines on which a cell says what a line before said already. */
export function saidTwice(rows: readonly SheetRow[], column: string): SheetWrong[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ line, cells }) => {
    const key = tidy(cells[column] ?? '')
    const before = first.get(key)
    if (key === '') return []
    if (before === undefined) first.set(key, line)
    return before === undefined ? [] : [{ line, column, say: `It stands on line ${before} already` }]
  })
}

/** Lower case, with single spaces: as headings and choices are compared. */
export function tidy(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim()
}

function wrongHeadings(
  { line, cells }: { line: number; cells: readonly string[] },
  named: readonly (string | null)[],
  needed: string | null,
): SheetWrong[] {
  const unknown = cells.flatMap((cell, at) =>
    named[at] !== null || cell === ''
      ? []
      : [{ line, column: cell, say: 'No column is called so. Take the headings of the template' }],
  )
  const twice = named.flatMap((heading, at) =>
    heading !== null && named.indexOf(heading) < at
      ? [{ line, column: heading, say: 'This column is there twice' }]
      : [],
  )
  const missing =
    needed === null || named.includes(needed)
      ? []
      : [{ line, column: needed, say: `The first line must name the columns. Missing: ${needed}` }]
  return [...unknown, ...twice, ...missing]
}

function cellsOf(named: readonly (string | null)[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    named.flatMap((heading, at) =>
      heading === null ? [] : [[heading, (cells[at] ?? '').replace(MADE_HARMLESS, '')]],
    ),
  )
}

function refused(line: number, say: string): { ok: false; wrong: SheetWrong[] } {
  return { ok: false, wrong: [{ line, column: null, say }] }
}
