import type { Period } from '../../period'
import type { TableId } from '../../publishable-tables'
import type { PublishedCell, PublishedValue } from '../../published'
import { findNumber, type Numbers, type Unit } from './numbers'
import { boundsOf, printedOf } from './printed-bounds'
import { isOfPeople } from './table-rules'

export type DraftTable = Record<string, PublishedCell>

/** A number that is about to be printed, and what is known of it without. */
interface DraftNumber {
  at: number
  table: TableId
  cell: string
  unit: Unit
  printed: PublishedValue
  known: { least: number; most: number }
}

/** What is about to be published, number by number, and the numbers it tells of. */
export interface Draft {
  numbers: Numbers
  printed: Map<number, DraftNumber>
}

export const HIDDEN: PublishedValue = { mark: 'hidden', value: null }

/** Sets everything down that the tables would tell. */
export function draftOf(numbers: Numbers, period: Period, tables: ReadonlyMap<TableId, DraftTable>): Draft {
  const draft: Draft = { numbers, printed: new Map() }
  for (const [table, cells] of tables)
    if (isOfPeople(table))
      for (const [cell, printedCell] of Object.entries(cells))
        for (const { unit, printed } of printedOf(printedCell)) {
          const at = findNumber(numbers, { period: period.code, table, cell, unit })
          if (at === undefined) continue
          const known = { least: numbers.least[at] ?? 0, most: numbers.most[at] ?? Infinity }
          draft.printed.set(at, { at, table, cell, unit, printed, known })
          print(draft, at, printed)
        }
  return draft
}

/** Prints something else of a number, or nothing of it (null); gives back what was printed. */
export function print(draft: Draft, at: number, printed: PublishedValue | null): PublishedValue | null {
  const { numbers } = draft
  const number = draft.printed.get(at)
  if (!number) return null
  const told = printed ? boundsOf(printed) : { least: 0, most: Infinity }
  numbers.least[at] = Math.max(number.known.least, told.least)
  numbers.most[at] = Math.min(number.known.most, told.most)
  const before = number.printed
  if (printed) number.printed = printed
  return before
}
