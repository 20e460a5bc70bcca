import { type Day, londonInstant } from '../../time/calendar'
import { workingDaysAfter } from '../due'

/**
 * A stay that goes on after the day it was expected to end: its provider is asked whether the person is still there, for as long as nobody says
 * so the case is kept. Safe for the browser.
 */

/** A day or two is no news: nobody is asked before so many working days. */
const ASKED_AFTER = 3
const WEEK_MS = 7 * 86_400_000

/** When the provider is first asked. */
export function askedFrom(expectedOn: Day): Date {
  return workingDaysAfter(londonInstant(expectedOn, '12:00'), ASKED_AFTER)
}

/** When the provider was to be asked last, for it is asked each week; null while it is not asked. */
export function askedLast(expectedOn: Day, now: Date): Date | null {
  const first = askedFrom(expectedOn)
  if (now <= first) return null
  const weeks = Math.floor((now.getTime() - first.getTime()) / WEEK_MS)
  return new Date(first.getTime() + weeks * WEEK_MS)
}

/** When the region is told, as of every step that is late: a working day later. */
export function escalatesFrom(expectedOn: Day): Date {
  return workingDaysAfter(askedFrom(expectedOn), 1)
}
