import type { ServiceDocument } from './document'
import type { Moment } from './search-query'

type FreeDays = Pick<ServiceDocument, 'freeDays' | 'freeFromDay'>
type Freshness = Pick<ServiceDocument, 'freshUntil' | 'checkUntil'>

/** True when a bedspace is free on a day (days since 1970). */
export function isFreeOn(service: FreeDays, day: number): boolean {
  if (service.freeFromDay !== null && day >= service.freeFromDay) return true
  return service.freeDays.includes(day)
}

/** The first day, not before the given one, on which a bedspace is free; null when none is known. */
export function nextFreeDay(service: FreeDays, from: number): number | null {
  const listed = service.freeDays.find(day => day >= from)
  const open = service.freeFromDay === null ? null : Math.max(service.freeFromDay, from)
  if (listed === undefined) return open
  return open === null ? listed : Math.min(listed, open)
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
