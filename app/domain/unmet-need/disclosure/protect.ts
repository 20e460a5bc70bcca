import { type TableId, tableSpec } from '../publishable-tables'
import type { PublishedTable } from '../published'
import type { RawTable } from '../raw-table'
import { onClosedList } from './closed-list'
import type { Counted, Known } from './counted'
import { withEnoughWomen } from './enough-women'
import { fewOrNearest5 } from './few-or-nearest-5'
import { frozen } from './freeze'
import type { DraftTable } from './secondary/draft'
import { suppressed } from './secondary/suppressed'

export interface Protected {
  tables: PublishedTable[]
  /** Tables in which hiding more was not enough: they are not published. */
  leftOut: TableId[]
}

/**
 * What may be published of the tables of one period, in the order of product.md's six steps, a file a step. Step 4 is not here: percentages,
 * ranks and sentences are worked out by whoever shows them, from what this returns (unmet-need/measures).
 * @throws where something is not on the closed list
 */
export function protect(counted: Counted, known: Known): Protected {
  const listed = { period: counted.period, tables: onClosedList(counted) }
  const printed = new Map(listed.tables.map(table => [table.id, printedAlone(table)]))
  const others = known.counted.map(each => ({ period: each.period, tables: onClosedList(each) }))
  const { tables, leftOut } = suppressed(listed, printed, { ...known, counted: others })
  return { tables: [...tables].map(([id, cells]) => frozen(id, cells)), leftOut }
}

/** Steps 2 and 3, cell by cell. */
function printedAlone({ id, cells }: RawTable): DraftTable {
  const spec = tableSpec(id)
  return Object.fromEntries(
    cells.map(raw => [raw.cell, withEnoughWomen(fewOrNearest5(raw, spec), raw, spec)]),
  )
}
