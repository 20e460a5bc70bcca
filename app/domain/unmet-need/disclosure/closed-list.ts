import { PUBLISHABLE_TABLES, type TableId, tableSpec } from '../publishable-tables'
import type { RawCell, RawTable } from '../raw-table'
import { cellsListed, isCellOf } from '../table-cells'
import type { Counted } from './counted'

/**
 * Step 1: what is not on the closed list is not published. Returns the tables with every cell the list names; a cell that was not counted
 * is one in which nobody stands.
 * @throws where a table, its period or a cell is not on the list, or its counts do not add up as the list says
 */
export function onClosedList({ period, tables }: Counted): RawTable[] {
  return tables.map(({ id, cells }) => {
    if (!Object.hasOwn(PUBLISHABLE_TABLES, id)) throw new Error(`Not on the closed list: ${id}`)
    if (!tableSpec(id).periods.includes(period.kind))
      throw new Error(`Not on the closed list for a ${period.kind}: ${id}`)
    for (const { cell } of cells)
      if (!isCellOf(id, cell)) throw new Error(`Not on the closed list: ${id}, ${cell}`)
    const all = withEveryCell(id, cells)
    assertAddsUp(id, all)
    return { id, cells: all }
  })
}

function withEveryCell(id: TableId, cells: readonly RawCell[]): RawCell[] {
  const counted = new Set(cells.map(({ cell }) => cell))
  if (counted.size < cells.length) throw new Error(`A cell of ${id} was counted twice`)
  const missing = cellsListed(id).filter(cell => !counted.has(cell))
  return [...cells, ...missing.map(cell => ({ cell, women: 0, count: 0 }))]
}

/** Bounds are worked out from these sums: were they not so, what is hidden could be found by other ones. */
function assertAddsUp(id: TableId, cells: readonly RawCell[]): void {
  const { adds, counts, isSupply } = tableSpec(id)
  if (isSupply || counts === 'days') return
  if (cells.some(({ women, count }) => women > count))
    throw new Error(`${id} counts more women than ${counts}`)
  const total = cells.find(({ cell }) => cell === 'total')
  const parts = cells.filter(cell => cell !== total)
  if (!total) throw new Error(`${id} has no total`)
  const sum = parts.reduce((so, { count }) => so + count, 0)
  const holds = adds === 'parts' ? sum === total.count : parts.every(({ count }) => count <= total.count)
  if (!holds) throw new Error(`The cells of ${id} do not add up to its total`)
}
