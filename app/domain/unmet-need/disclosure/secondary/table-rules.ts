import { type TableId, tableSpec } from '../../publishable-tables'
import type { RawTable } from '../../raw-table'
import { policeAreaOf } from '../../table-cells'
import type { Counted } from '../counted'
import { AS_MANY, AT_MOST, AUTHORITIES_IN_AREAS, WITHIN } from '../linked-tables'
import { addCounted, addRule, findNumber, type Numbers, type Rule, type Unit } from './numbers'

/** Adds the numbers of a period, and what they keep with each other: sums, tables that are part of others, women within episodes. */
export function addPeriod(numbers: Numbers, { period, tables }: Counted): void {
  const people = tables.filter(({ id }) => isOfPeople(id))
  for (const { id, cells } of people)
    for (const { cell, women, count } of cells) {
      addCounted(numbers, { period: period.code, table: id, cell, unit: 'count' }, count)
      if (tableSpec(id).printsWomen)
        addCounted(numbers, { period: period.code, table: id, cell, unit: 'women' }, women)
    }
  const known: Known = { numbers, period: period.code }
  people.forEach(table => addSums(known, table))
  people.forEach(table => addLinks(known, table))
  for (const [some, others] of AS_MANY) join(known, some, others, 'zero')
  for (const [less, more] of AT_MOST) join(known, less, more, 'at_most_zero')
  // Who has a barrier has not none.
  for (const barrier of cellsIn(known, 'barriers').filter(cell => cell !== 'total'))
    join(
      known,
      [
        ['barriers', barrier],
        ['barrier_count', '0'],
      ],
      [['barrier_count', 'total']],
      'at_most_zero',
    )
}

/** Whether a table counts people: beds and days are not added to each other. */
export function isOfPeople(id: TableId): boolean {
  const { isSupply, counts } = tableSpec(id)
  return !isSupply && counts !== 'days'
}

interface Known {
  numbers: Numbers
  period: string
}
type Cell = readonly [table: TableId, cell: string]

function addSums(known: Known, { id, cells }: RawTable): void {
  const { adds } = tableSpec(id)
  const parts = cells.filter(({ cell }) => cell !== 'total').map(({ cell }): Cell => [id, cell])
  const total: Cell = [id, 'total']
  if (adds === 'parts') join(known, parts, [total], 'zero')
  else parts.forEach(part => join(known, [part], [total], 'at_most_zero'))
  // A woman of two episodes may stand in two cells.
  parts.forEach(part => join(known, [part], [total], 'at_most_zero', 'women'))
  if (adds === 'parts') join(known, [total], parts, 'at_most_zero', 'women')
  for (const { cell } of cells) {
    const women = findNumber(known.numbers, { period: known.period, table: id, cell, unit: 'women' })
    const count = findNumber(known.numbers, { period: known.period, table: id, cell, unit: 'count' })
    if (women !== undefined && count !== undefined) addRule(known.numbers, [women], [count], 'at_most_zero')
  }
}

function addLinks(known: Known, { id, cells }: RawTable): void {
  const { partOf } = tableSpec(id)
  const codes = cells.map(({ cell }) => cell)
  if (partOf) joinBoth(known, [[id, 'total']], [[partOf.table as TableId, partOf.cell]], 'zero')
  for (const [inner, outer] of WITHIN)
    if (inner === id) codes.forEach(cell => joinBoth(known, [[inner, cell]], [[outer, cell]], 'at_most_zero'))
  for (const [authorities, areas] of AUTHORITIES_IN_AREAS) {
    if (areas !== id) continue
    for (const area of codes.filter(code => code !== 'total')) {
      const inArea = cellsIn(known, authorities).filter(cell => (policeAreaOf(cell) ?? cell) === area)
      join(
        known,
        inArea.map((cell): Cell => [authorities, cell]),
        [[areas, area]],
        'zero',
      )
    }
  }
}

function cellsIn({ numbers, period }: Known, table: TableId): string[] {
  return numbers.places
    .filter(place => place.period === period && place.table === table && place.unit === 'count')
    .map(place => place.cell)
}

function joinBoth(known: Known, plus: readonly Cell[], minus: readonly Cell[], is: Rule['is']): void {
  join(known, plus, minus, is)
  join(known, plus, minus, is, 'women')
}

/** Joins cells where all of them are counted. */
function join(
  { numbers, period }: Known,
  plus: readonly Cell[],
  minus: readonly Cell[],
  is: Rule['is'],
  unit: Unit = 'count',
): void {
  const find = (cells: readonly Cell[]) =>
    cells.map(([table, cell]) => findNumber(numbers, { period, table, cell, unit }))
  const [left, right] = [find(plus), find(minus)]
  const isThere = (at: number | undefined) => at !== undefined
  if (left.length > 0 && left.every(isThere) && right.every(isThere)) addRule(numbers, left, right, is)
}
