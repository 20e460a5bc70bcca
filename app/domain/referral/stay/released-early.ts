import type { Day } from '../../time/calendar'
import { dayOrYear } from '../../time/near-time'
import type { Release } from '../disclosure/release-shown'

/**
 * 'Released early: arrived Thu 26 November', of somebody who came before the day the case still names as her release, or before its
 * week; else null. Safe for the browser.
 */
export function releasedEarly(arrivedOn: Day | null, { releaseOn }: Release, today: Day): string | null {
  if (arrivedOn === null || releaseOn === null || arrivedOn >= releaseOn) return null
  return `Released early: arrived ${dayOrYear(arrivedOn, today)}`
}

/** 'Arrived at a place on Thu 26 November', in the place of a release that is over. */
export function arrivedWords(arrivedOn: Day, today: Day): string {
  return `Arrived at a place on ${dayOrYear(arrivedOn, today)}`
}
