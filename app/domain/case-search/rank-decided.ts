import type { Sort } from '@search/search-query'
import type { Day } from '../time/calendar'

/** What a place in a group's order hangs on. */
export interface Rankable {
  id: string
  name: string
  /** 0 confirmed and free by the release day, 1 to check and free, 2 full or nothing to book, 3 not confirmed. */
  vacancyRank: number
  /** The first day a bedspace is free; null where none is known. Read when the order is by available date alone. */
  freeOn: Day | null
  isPreferredArea: boolean
  distanceMiles: number | null
}

const LAST = Number.MAX_SAFE_INTEGER

/**
 * The order within a group: free by the release day and confirmed first, not confirmed last; then a preferred area, then
 * nearness, then the name. By distance or by available date these come first.
 */
export function rankDecided<Item extends Rankable>(items: readonly Item[], sort: Sort): Item[] {
  const keyed = items.map(item => ({ item, order: orderOf(item, sort) }))
  keyed.sort(
    (a, b) =>
      compareOrders(a.order, b.order) ||
      compareText(a.item.name, b.item.name) ||
      compareText(a.item.id, b.item.id),
  )
  return keyed.map(({ item }) => item)
}

function orderOf(item: Rankable, sort: Sort): readonly number[] {
  const distance = item.distanceMiles ?? LAST
  const fit = [item.vacancyRank, item.isPreferredArea ? 0 : 1, distance]
  if (sort === 'distance') return [distance, ...fit]
  if (sort === 'fit') return fit
  return [
    item.vacancyRank === 3 ? 1 : 0,
    item.freeOn === null ? LAST : Number(item.freeOn.replaceAll('-', '')),
    ...fit,
  ]
}

function compareOrders(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
