import type { Sort } from '@search/search-query'
import type { Day } from '../region/calendar'
import type { ServiceVacancy } from '../service/service-vacancy.server'

/** What a place in a group's order hangs on. */
export interface Rankable {
  id: string
  name: string
  vacancy: ServiceVacancy | null
  isPreferredArea: boolean
  distanceMiles: number | null
}

const LAST = Number.MAX_SAFE_INTEGER

/**
 * The order within a group: free by the release day and confirmed first, not confirmed last; then a preferred area, then
 * nearness, then the name. By distance or by available date these come first.
 */
export function rankDecided<Item extends Rankable>(
  items: readonly Item[],
  sort: Sort,
  wantedOn: Day,
): Item[] {
  const keyed = items.map(item => ({ item, order: orderOf(item, sort, wantedOn) }))
  keyed.sort(
    (a, b) =>
      compareOrders(a.order, b.order) ||
      a.item.name.localeCompare(b.item.name, 'en') ||
      (a.item.id < b.item.id ? -1 : 1),
  )
  return keyed.map(({ item }) => item)
}

function orderOf(item: Rankable, sort: Sort, wantedOn: Day): readonly number[] {
  const distance = item.distanceMiles ?? LAST
  const fit = [vacancyRank(item.vacancy, wantedOn), item.isPreferredArea ? 0 : 1, distance]
  if (sort === 'distance') return [distance, ...fit]
  return sort === 'available' ? [...availableRank(item.vacancy), ...fit] : fit
}

/** 0 confirmed and free by the day; 1 to check and free; 2 full, or nothing to book; 3 nobody confirmed: phone. */
function vacancyRank(vacancy: ServiceVacancy | null, wantedOn: Day): number {
  if (vacancy === null) return 2
  if (vacancy.freshness.state === 'not_confirmed') return 3
  if (vacancy.nextFree === null || vacancy.nextFree.on > wantedOn) return 2
  return vacancy.freshness.state === 'confirmed' ? 0 : 1
}

function availableRank(vacancy: ServiceVacancy | null): readonly number[] {
  if (vacancy === null || vacancy.freshness.state === 'not_confirmed') return [1, LAST]
  return [0, vacancy.nextFree === null ? LAST : Number(vacancy.nextFree.on.replaceAll('-', ''))]
}

function compareOrders(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
