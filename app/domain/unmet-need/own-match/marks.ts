import { type Day, daysBetween } from '../../time/calendar'

/** How many days before a release the system looks for itself (product.md, M6). */
export type Mark = 28 | 5

/**
 * When each look may be made: on its day, or on a later night where the worker was away or the date became known since; after the last of
 * these days it is not made any more, and the woman is counted as "not matched then".
 */
const MARKS: readonly { mark: Mark; from: number; until: number }[] = [
  { mark: 28, from: 28, until: 22 },
  { mark: 5, from: 5, until: 1 },
]

/** The most days ahead of release at which anything is looked for. */
export const EARLIEST_MARK = 28

/** The look that is due on a day for a release; null where none is. */
export function markDue(today: Day, releaseOn: Day): Mark | null {
  const ahead = daysBetween(today, releaseOn)
  return MARKS.find(({ from, until }) => ahead <= from && ahead >= until)?.mark ?? null
}
