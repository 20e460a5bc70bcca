import { PRISON_NUMBER_PATTERN, tidyNumber } from '../case/record/person-case'
import { csvLines } from '../sheet/csv-lines'
import { UNSEEN } from '../sheet/read-sheet'
import { addDays, addMonths, type Day } from '../time/calendar'
import { readTypedDay } from '../time/typed-day'
import { holdsUnseen } from '../words/unseen'

/**
 * Reads a prison's release list: a CSV with a heading for the number, the day and the sex, in any order; a name may stand in it and is not
 * read. Commas or semicolons, a BOM, any line ends, days as 28/12/2026 or 2026-12-28.
 */

export interface ListedPerson {
  prisonNumber: string
  releaseOn: Day
  sex: 'woman' | 'man'
}

/** All of it, or every line that is wrong and how to mend it; the first line is 1. */
export type ReadList = { ok: true; people: ListedPerson[] } | { ok: false; wrong: LineWrong[] }

export interface LineWrong {
  line: number
  say: string
}

/** More are no list of one prison for some weeks. */
const MOST_LINES = 1000

const HEADINGS = {
  prisonNumber: ['prison number', 'prison no', 'number', 'noms number', 'noms id', 'nomis'],
  releaseOn: ['release date', 'release day', 'date of release', 'crd', 'release'],
  sex: ['sex', 'gender'],
} as const
type Column = keyof typeof HEADINGS

const SEX_WORDS: Readonly<Record<string, ListedPerson['sex']>> = {
  woman: 'woman',
  female: 'woman',
  f: 'woman',
  w: 'woman',
  man: 'man',
  male: 'man',
  m: 'man',
}

/** Takes the text of the file and the day it is in London. */
export function readList(text: string, today: Day): ReadList {
  const rows = csvLines(text)
  if (!Array.isArray(rows)) return { ok: false, wrong: [rows] }
  const [head, ...body] = rows
  if (!head) return refused(1, 'The file is empty. Its first line must name the columns')
  const at = columnsOf(head.cells)
  if (typeof at === 'string') return refused(head.line, at)
  if (body.length === 0) return refused(head.line, 'There is nobody under the headings')
  if (body.length > MOST_LINES) return refused(MOST_LINES + 2, `A list may hold ${MOST_LINES} people`)
  const read = body.map(row => ({ line: row.line, ...readRow(row.cells, at, today) }))
  const wrong = [...read.flatMap(({ line, say }) => (say ? [{ line, say }] : [])), ...twice(read)]
  if (wrong.length > 0) return { ok: false, wrong: wrong.sort((one, other) => one.line - other.line) }
  return { ok: true, people: read.flatMap(({ person }) => person ?? []) }
}

function columnsOf(cells: readonly string[]): Record<Column, number> | string {
  const tidy = cells.map(cell =>
    cell
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim(),
  )
  const find = (column: Column) => tidy.findIndex(cell => HEADINGS[column].some(name => name === cell))
  const at = { prisonNumber: find('prisonNumber'), releaseOn: find('releaseOn'), sex: find('sex') }
  const missing = Object.entries(at).flatMap(([column, where]) =>
    where < 0 ? [HEADINGS[column as Column][0]] : [],
  )
  return missing.length === 0 ? at : `The first line must name the columns. Missing: ${missing.join(', ')}`
}

interface ReadRow {
  person?: ListedPerson
  say?: string
}

function readRow(cells: readonly string[], at: Record<Column, number>, today: Day): ReadRow {
  if (Object.values(at).some(column => holdsUnseen(cells[column] ?? ''))) return { say: `There is ${UNSEEN}` }
  const prisonNumber = tidyNumber(cells[at.prisonNumber] ?? '')
  const releaseOn = dayIn(cells[at.releaseOn] ?? '')
  const sex = SEX_WORDS[(cells[at.sex] ?? '').toLowerCase()]
  const wrong = [
    !PRISON_NUMBER_PATTERN.test(prisonNumber) &&
      'the prison number must be a letter, 4 numbers and 2 letters, like Z1234AB',
    releaseOn === null && 'the release date must be a day, like 28/12/2026',
    releaseOn !== null &&
      (releaseOn < addDays(today, -28) || releaseOn > addMonths(today, 24)) &&
      'the release date must be from 4 weeks ago to 2 years ahead',
    sex === undefined && 'the sex must be woman or man',
  ].filter(each => each !== false)
  if (wrong.length > 0 || releaseOn === null || sex === undefined) return { say: sentence(wrong.join('; ')) }
  return { person: { prisonNumber, releaseOn, sex } }
}

function dayIn(text: string): Day | null {
  const read = readTypedDay({ day: text })
  return 'day' in read ? read.day : null
}

/** Of one person on two lines only somebody who knows can say which holds. */
function twice(rows: readonly (ReadRow & { line: number })[]): LineWrong[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ line, person }) => {
    if (!person) return []
    const before = first.get(person.prisonNumber)
    if (before === undefined) first.set(person.prisonNumber, line)
    return before === undefined ? [] : [{ line, say: `This prison number stands on line ${before} already` }]
  })
}

function refused(line: number, say: string): ReadList {
  return { ok: false, wrong: [{ line, say }] }
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
