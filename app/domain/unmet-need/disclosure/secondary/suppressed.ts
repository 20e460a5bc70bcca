import type { Period } from '../../period'
import type { TableId } from '../../publishable-tables'
import type { PublishedCell } from '../../published'
import type { Counted, Known } from '../counted'
import { type Draft, type DraftTable, draftOf } from './draft'
import { hideEnough } from './hide-enough'
import { addNests, reachedFrom } from './nested-periods'
import { noNumbers, type Numbers } from './numbers'
import { addPrintedBefore } from './printed-before'
import { addPeriod } from './table-rules'

/**
 * Step 5: hides as many more cells as it takes for every hidden one, of these tables and of all that was published before, to keep three
 * possible values, whatever is read together. That it does is shown by other ways in which everything could be; the
 * tests ask a solver as well (tests/disclosure).
 * @param counted the tables as counted, all of their cells
 * @param tables what the steps before would print of them
 */
export function suppressed(
  counted: Counted,
  tables: ReadonlyMap<TableId, DraftTable>,
  known: Known,
): { tables: Map<TableId, DraftTable>; leftOut: TableId[] } {
  const { period } = counted
  const { numbers, hidden } = readTogether(counted, known)
  const draft = draftOf(numbers, period, tables)
  const leftOut = hideEnough(draft, hidden)
  const printed = [...tables].filter(([id]) => !leftOut.includes(id))
  return { tables: new Map(printed.map(([id, cells]) => [id, printedCells(draft, id, cells)])), leftOut }
}

/** The numbers of this period and of all that add up with it, and what everybody knows of them already. */
function readTogether(counted: Counted, known: Known): { numbers: Numbers; hidden: number[] } {
  const others = known.counted.filter(each => each.period.code !== counted.period.code)
  const periods = reachedFrom(
    counted.period,
    others.map(each => each.period),
  )
  const isReached = (period: Period) => periods.some(({ code }) => code === period.code)
  const numbers = noNumbers()
  for (const each of [counted, ...others]) if (isReached(each.period)) addPeriod(numbers, each)
  addNests(numbers, periods)
  const publications = known.publications.filter(({ period }) => isReached(period))
  return { numbers, hidden: addPrintedBefore(numbers, publications) }
}

function printedCells({ printed }: Draft, id: TableId, cells: DraftTable): DraftTable {
  const made: DraftTable = { ...cells }
  for (const { table, cell, unit, printed: value } of printed.values()) {
    const before = made[cell]
    if (table === id && before) made[cell] = { ...before, [unit]: value } satisfies PublishedCell
  }
  return made
}
