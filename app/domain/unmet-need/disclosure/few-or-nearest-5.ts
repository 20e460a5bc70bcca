import type { TableSpec } from '../publishable-tables'
import type { PublishedCell, PublishedValue } from '../published'
import type { RawCell } from '../raw-table'

/** Fewer than this is never told apart from none. */
export const FEWEST = 5
const NEAREST = 5

/**
 * Step 2: 0 to 4 is "fewer than 5", all else, totals too, goes to the nearest 5. Beds are no people, and a day is no woman: supply
 * and a median of days stand as they are.
 */
export function fewOrNearest5({ women, count }: RawCell, spec: TableSpec): PublishedCell {
  const isOfPeople = !spec.isSupply && spec.counts !== 'days'
  return {
    women: spec.printsWomen ? ofPeople(women) : null,
    count: isOfPeople ? ofPeople(count) : { mark: 'count', value: count },
  }
}

function ofPeople(number: number): PublishedValue {
  if (number < FEWEST) return { mark: 'few', value: null }
  return { mark: 'count', value: Math.round(number / NEAREST) * NEAREST }
}
