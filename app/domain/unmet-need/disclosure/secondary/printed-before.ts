import { type TableId, tableSpec } from '../../publishable-tables'
import type { Publication, PublishedCell, PublishedValue } from '../../published'
import { addNumber, addRule, findNumber, type Numbers, type Unit } from './numbers'
import { boundsOf, printedOf } from './printed-bounds'
import { isOfPeople } from './table-rules'

/**
 * Adds what the publications of before tell everybody: bounds of the numbers as they are now. Returns the numbers they hid.
 *
 * Versions are read together: a printed number that can still be true is taken to have stayed. One that cannot was corrected
 * since, and what was printed of it before that as well; it, and the total of its table, are numbers of their own, and tell of the others what
 * its table's sum tells.
 * @param publications the oldest first
 */
export function addPrintedBefore(numbers: Numbers, publications: readonly Publication[]): number[] {
  const corrected = new Set<number>()
  return [...publications].reverse().flatMap(({ period, tables }) =>
    Object.values(tables)
      .filter(({ id }) => isOfPeople(id))
      .flatMap(({ id, cells }) => {
        const read = readTable(numbers, corrected, { period: period.code, table: id, cells })
        const wasCorrected = read.some(({ unit, isOld }) => unit === 'count' && isOld)
        if (wasCorrected) addOldSum(numbers, id, read)
        return read.filter(({ printed, isOld }) => printed.mark !== 'count' && !isOld).map(({ at }) => at)
      }),
  )
}

interface Read {
  at: number
  cell: string
  unit: Unit
  printed: PublishedValue
  /** It cannot be the number of now. */
  isOld: boolean
}

interface Printed {
  period: string
  table: TableId
  cells: Readonly<Record<string, PublishedCell>>
}

function readTable(numbers: Numbers, corrected: Set<number>, { period, table, cells }: Printed): Read[] {
  return Object.entries(cells).flatMap(([cell, printedCell]) =>
    printedOf(printedCell).map(({ unit, printed }) => {
      const place = { period, table, cell, unit }
      const found = findNumber(numbers, place)
      const bounds = boundsOf(printed)
      const value = found === undefined ? NaN : (numbers.values[found] ?? NaN)
      const isTrue = value >= bounds.least && value <= bounds.most
      if (found !== undefined && !isTrue) corrected.add(found)
      const isOld = found === undefined || corrected.has(found)
      const at = isOld ? addNumber(numbers, place, bounds.least) : found
      bound(numbers, at, bounds)
      return { at, cell, unit, printed, isOld }
    }),
  )
}

/** Narrows what is known of a number. */
function bound(numbers: Numbers, at: number, { least, most }: { least: number; most: number }): void {
  numbers.least[at] = Math.max(numbers.least[at] ?? 0, least)
  numbers.most[at] = Math.min(numbers.most[at] ?? Infinity, most)
}

/**
 * The sum of a table of which a number was corrected: how it was is not kept, so any way in which it can have been stands for it. Where
 * there is none, some number that looks unchanged was corrected as well, and the old sum tells nothing.
 */
function addOldSum(numbers: Numbers, id: TableId, read: readonly Read[]): void {
  const counts = read.filter(({ unit }) => unit === 'count')
  const total = counts.find(({ cell }) => cell === 'total')
  if (!total || tableSpec(id).adds !== 'parts') return
  const ofTotal = boundsOf(total.printed)
  const parts = counts.filter(each => each !== total)
  const old = parts.filter(({ isOld }) => isOld)
  const sumOf = (of: readonly Read[]) => of.reduce((sum, { at }) => sum + (numbers.values[at] ?? 0), 0)
  let missing = ofTotal.least - sumOf(parts)
  for (const { at } of old) {
    const more = Math.max(0, Math.min(missing, (numbers.most[at] ?? 0) - (numbers.values[at] ?? 0)))
    numbers.values[at] = (numbers.values[at] ?? 0) + more
    missing -= more
  }
  const place = numbers.places[total.at]
  const sum = sumOf(parts)
  if (!place || sum < ofTotal.least || sum > ofTotal.most) return
  const at = total.isOld ? total.at : addNumber(numbers, place, sum)
  numbers.values[at] = sum
  bound(numbers, at, ofTotal)
  addRule(
    numbers,
    parts.map(part => part.at),
    [at],
    'zero',
  )
}
