import { dayAndInstant, type ServiceDocument } from '../document'
import type { Moment } from '../search-query'

type FreeDays = Pick<ServiceDocument, 'freeSince' | 'freeOn'>
type Freshness = Pick<ServiceDocument, 'freshUntil' | 'checkUntil'>

/** True when, at a moment, a bedspace is empty and free on a day (since 1970) that is not before the moment's. */
export function isFreeOn({ freeSince, freeOn }: FreeDays, day: number, { seconds }: Moment): boolean {
  if (freeSince !== null && freeSince <= seconds) return true
  const first = freeOn[firstFrom(freeOn, dayAndInstant(day, 0))]
  return first !== undefined && first <= dayAndInstant(day, seconds)
}

/** Where the first number stands that is not below a bound; the numbers ascend. */
function firstFrom(ascending: readonly number[], bound: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < bound) low = middle + 1
    else high = middle
  }
  return low
}

/** The day asked for or the first after it on which a bedspace is expected; null when none is or the day has passed. */
export function expectedDay(expectedDays: readonly number[], { today, day }: Moment): number | null {
  const first = expectedDays.find(each => each > today)
  return first === undefined ? null : Math.max(first, day)
}

/** True when the vacancies were confirmed recently enough to rely on. */
export function isConfirmed(service: Freshness, moment: Moment): boolean {
  return service.freshUntil !== null && service.freshUntil > moment.seconds
}

/** True when nobody confirmed the vacancies for so long that they are unknown (or none were ever stated). */
export function isUnknown(service: Freshness, moment: Moment): boolean {
  return (
    !isConfirmed(service, moment) && (service.checkUntil === null || service.checkUntil <= moment.seconds)
  )
}
