import type { TableId } from '../publishable-tables'
import type { PublishedCell, PublishedTable } from '../published'

/** Step 6: nothing changes a table any more, here or (by the triggers of migration 0045) in the database. */
export function frozen(id: TableId, cells: Record<string, PublishedCell>): PublishedTable {
  for (const cell of Object.values(cells)) {
    Object.freeze(cell.women)
    Object.freeze(cell.count)
    Object.freeze(cell)
  }
  return Object.freeze({ id, cells: Object.freeze(cells) })
}
