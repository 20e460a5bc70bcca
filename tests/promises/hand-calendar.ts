/**
 * A calendar written by hand, from what GOV.UK prints: what the demonstration promises of a day is worked out with it, never
 * with the calendar under test. Days are 'YYYY-MM-DD'.
 */
const CLOSED = new Set([
  ...['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31'],
  ...['2027-08-30', '2027-12-27', '2027-12-28', '2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01'],
  ...['2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'],
])
const SATURDAY = 6
const SUNDAY = 0

/** 400 days and a leap day: every weekday, both changes of the clocks, two Christmases. */
export const EVERY_DAY = [
  ...Array.from({ length: 400 }, (_, index) => plus('2026-11-23', index)),
  '2028-02-29',
]

/** Twelve days on which something is unlike other days. */
export const TWELVE_DAYS = [
  ...['2026-11-26', '2026-11-28', '2026-12-20', '2026-12-24', '2026-12-25', '2026-12-28', '2027-01-01'],
  ...['2027-03-25', '2027-03-28', '2027-08-30', '2027-10-31', '2028-02-29'],
]

export function plus(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

/** Whether people work on a day: Monday to Friday, and no bank holiday. */
export function isOpen(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday !== SATURDAY && weekday !== SUNDAY && !CLOSED.has(day)
}

/** The day itself where people work on it, else the first one after on which they do. */
export function firstOpen(day: string): string {
  return isOpen(day) ? day : firstOpen(plus(day, 1))
}
