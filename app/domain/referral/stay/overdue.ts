import { addDays, type Day, londonInstant } from '../../time/calendar'
import { workingDaysAfter } from '../due'

/**
 * A stay that goes on after the day it was expected to end: its provider is asked whether the person is still there, for as long as nobody says
 * so the case is kept. Safe for the browser.
 */

/** A day or two is no news: nobody is asked before so many working days. */
const ASKED_AFTER = 3
const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

/** A stay that nobody expects to end on any day is asked about after so many days, and again after so many. */
const ENDLESS_AFTER = 84
const ENDLESS_EVERY = 28
/** For so long each time it stands on the provider's page of the day: the message that leads there may wait a week for the one before. */
const ENDLESS_SHOWN_MS = 2 * WEEK_MS

/** When the provider is first asked. */
export function askedFrom(expectedOn: Day): Date {
  return workingDaysAfter(londonInstant(expectedOn, '12:00'), ASKED_AFTER)
}

/** When the provider was to be asked last, for it is asked each week; null while it is not asked. */
export function askedLast(expectedOn: Day, now: Date): Date | null {
  return lastOf(askedFrom(expectedOn), WEEK_MS, now)
}

/** The same of a stay since a day, of which no day is expected. */
export function endlessAskedLast(since: Day, now: Date): Date | null {
  const first = londonInstant(addDays(since, ENDLESS_AFTER), '12:00')
  return lastOf(first, ENDLESS_EVERY * DAY_MS, now)
}

/** Whether such a stay is asked about now. */
export function isEndlessAsked(since: Day, now: Date): boolean {
  const last = endlessAskedLast(since, now)
  return last !== null && now.getTime() - last.getTime() < ENDLESS_SHOWN_MS
}

function lastOf(first: Date, every: number, now: Date): Date | null {
  if (now <= first) return null
  const times = Math.floor((now.getTime() - first.getTime()) / every)
  return new Date(first.getTime() + times * every)
}

/** When the region is told, as of every step that is late: a working day later. */
export function escalatesFrom(expectedOn: Day): Date {
  return workingDaysAfter(askedFrom(expectedOn), 1)
}
