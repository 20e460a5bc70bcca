import { BANK_HOLIDAYS } from './bank-holidays'
import { addDays, isoWeekday, londonDay, londonInstant, londonTime, type Day } from './calendar'

const FRIDAY = 5
const FEWEST_DAYS_SERVED = 28

/** The name of the bank holiday in England and Wales on a day, or null. */
export function bankHolidayOn(day: Day): string | null {
  return BANK_HOLIDAYS.get(day) ?? null
}

/** Monday to Friday and no bank holiday. */
export function isWorkingDay(day: Day): boolean {
  return isoWeekday(day) <= FRIDAY && !BANK_HOLIDAYS.has(day)
}

/** The nth working day after a day (before it when negative). The day itself never counts; 0 gives it back. */
export function addWorkingDays(day: Day, count: number): Day {
  const step = Math.sign(count)
  let reached = day
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step)
    if (isWorkingDay(reached)) left -= 1
  }
  return reached
}

/** The same London clock time on the nth working day after an instant: Saturday 15:00 and one is Monday 15:00. */
export function addWorkingDaysTo(instant: Date, count: number): Date {
  return londonInstant(addWorkingDays(londonDay(instant), count), londonTime(instant))
}

/** How many working days come after the first day, up to and including the second; 0 when it is not later. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day)) count += 1
  }
  return count
}

/** What the Friday rule asks of a sentence. `daysServed` null means not known. */
export interface SentenceEnd {
  day: Day
  determinate: boolean
  daysServed: number | null
  hdcOrParole: boolean
}

/** The day to expect, and why it differs from the one on the record (null where it does not). */
export interface ExpectedRelease {
  day: Day
  reason: string | null
}

/**
 * A determinate sentence of 28 days or more served, not HDC or parole, that ends on a Friday or on the day before a
 * bank holiday: expect one working day earlier (product.md, "A release date moves"; the Offenders (Day of Release
 * from Detention) Act 2023). Days served that nobody knows move nothing.
 */
export function expectedReleaseDay(end: SentenceEnd): ExpectedRelease {
  const why = lateInTheWeek(end.day)
  if (why === null || !mayMove(end)) return { day: end.day, reason: null }
  return { day: addWorkingDays(end.day, -1), reason: `${why}: expect one working day earlier` }
}

function mayMove(end: SentenceEnd): boolean {
  return end.determinate && !end.hdcOrParole && (end.daysServed ?? 0) >= FEWEST_DAYS_SERVED
}

function lateInTheWeek(day: Day): string | null {
  if (isoWeekday(day) === FRIDAY) return 'The sentence ends on a Friday'
  return bankHolidayOn(addDays(day, 1)) === null ? null : 'The sentence ends the day before a bank holiday'
}
