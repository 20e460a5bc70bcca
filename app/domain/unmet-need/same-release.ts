import { type Day, daysBetween } from '../time/calendar'

/** A date that moves by no more than this is the same date, as far as the time to find a place goes. */
const SAME_DATE_DAYS = 7

/** Whether two days of release are the same one, within a week. */
export function isSameRelease(one: Day, other: Day): boolean {
  return Math.abs(daysBetween(one, other)) <= SAME_DATE_DAYS
}
