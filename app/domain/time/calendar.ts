/** A calendar day, 'YYYY-MM-DD', with no time and no zone. Days compare as plain strings. */
export type Day = string

/** The first and last day something may happen, both included. */
export interface DayWindow {
  from: Day
  to: Day
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
const FIRST_MS = Date.UTC(1900, 0, 1)
const LAST_MS = Date.UTC(2200, 11, 31)
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** True for a real day written 'YYYY-MM-DD': '2026-02-30' is not one. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && dayOfUtc(time) === text
}

/**
 * The day that many days later (earlier when negative). Throws RangeError for text that is not a day, and beyond the years
 * 1900 to 2200: a loop over days ends there.
 */
export function addDays(day: Day, days: number): Day {
  const time = utcOf(day) + days * DAY_MS
  if (!(time >= FIRST_MS && time <= LAST_MS)) throw new RangeError('Outside the years 1900 to 2200')
  return dayOfUtc(time)
}

/** The same day of the month that many months later, or the month's last day where it has none. */
export function addMonths(day: Day, months: number): Day {
  const start = new Date(utcOf(day))
  const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1)
  const last = lastDayOfMonth(dayOfUtc(first).slice(0, 7))
  const wanted = `${last.slice(0, 8)}${day.slice(8)}`
  return wanted < last ? wanted : last
}

/** The last day of a month written 'YYYY-MM'. */
export function lastDayOfMonth(month: string): Day {
  const first = new Date(utcOf(`${month}-01`))
  return dayOfUtc(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0))
}

/** Whole days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY_MS)
}

/** 1 for Monday to 7 for Sunday. */
export function isoWeekday(day: Day): number {
  return new Date(utcOf(day)).getUTCDay() || 7
}

/** Age in whole years on a day. Someone born on 29 February is a year older on 1 March of a common year. */
export function ageOn(dateOfBirth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years
}

/** The youngest and oldest a person can be inside a window of days. */
export function agesIn(dateOfBirth: Day, window: DayWindow): { min: number; max: number } {
  return { min: ageOn(dateOfBirth, window.from), max: ageOn(dateOfBirth, window.to) }
}

/** The calendar day it is in London at an instant. */
export function londonDay(instant: Date): Day {
  return dayOfUtc(londonWallClock(instant))
}

/** The time of day in London at an instant, 'HH:MM'. */
export function londonTime(instant: Date): string {
  return new Date(londonWallClock(instant)).toISOString().slice(11, 16)
}

/** The instant at which London's clocks show a time ('HH:MM') on a day. */
export function londonInstant(day: Day, time = '00:00'): Date {
  const wanted = utcOf(day) + Date.parse(`1970-01-01T${time}:00Z`)
  const guess = wanted - londonOffset(wanted)
  return new Date(wanted - londonOffset(guess))
}

/** The name of a day of the week: 'Monday' for 1 to 'Sunday' for 7. */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? ''
}

/** 'Mon 28 December'. */
export function formatDay(day: Day): string {
  return `${weekdayName(isoWeekday(day)).slice(0, 3)} ${dayAndMonth(day)}`
}

/** 'Monday 28 December'. */
export function formatWholeDay(day: Day): string {
  return `${weekdayName(isoWeekday(day))} ${dayAndMonth(day)}`
}

/** '28 December 2026'. */
export function formatDayLong(day: Day): string {
  return `${dayAndMonth(day)} ${day.slice(0, 4)}`
}

/** '22 November 2026, 09:12', in London. */
export function formatInstant(instant: Date): string {
  return `${formatDayLong(londonDay(instant))}, ${londonTime(instant)}`
}

/** 'today', 'tomorrow', 'yesterday', 'in 36 days', '5 days ago'. */
export function relativeDay(day: Day, today: Day): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

/** 'just now', '5 minutes ago', '3 hours ago', 'in 2 hours'; from 12 hours on by London day: 'yesterday', 'in 4 days'. */
export function relativeInstant(instant: Date, now: Date): string {
  const ms = instant.getTime() - now.getTime()
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  const hours = Math.floor(minutes / 60)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return direction(ms, minutes, 'minute')
  const day = londonDay(instant)
  const today = londonDay(now)
  return hours < 12 || day === today ? direction(ms, hours, 'hour') : relativeDay(day, today)
}

function direction(ms: number, count: number, unit: string): string {
  const amount = `${count} ${unit}${count === 1 ? '' : 's'}`
  return ms > 0 ? `in ${amount}` : `${amount} ago`
}

function dayAndMonth(day: Day): string {
  const date = new Date(utcOf(day))
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`
}

/** A list of services walks days by the thousand, the same ones again and again: reading and writing them was an eighth of its page. */
const TIMES = new Map<Day, number>()
const DAYS = new Map<number, Day>()

/** The message leaves the text out: it may be a date of birth, and errors are logged. */
function utcOf(day: Day): number {
  const known = TIMES.get(day)
  if (known !== undefined) return known
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time)) throw new RangeError('Not a calendar day')
  if (time >= FIRST_MS && time <= LAST_MS) TIMES.set(day, time)
  return time
}

function dayOfUtc(time: number): Day {
  const midnight = Math.floor(time / DAY_MS) * DAY_MS
  const known = DAYS.get(midnight)
  if (known !== undefined) return known
  const day = new Date(time).toISOString().slice(0, 10)
  if (midnight >= FIRST_MS && midnight <= LAST_MS) DAYS.set(midnight, day)
  return day
}

/** What London's clocks show, as if that were UTC, in milliseconds. */
function londonWallClock(instant: Date): number {
  return instant.getTime() + londonOffset(instant.getTime())
}

/**
 * How far London is ahead of UTC at an instant, in milliseconds: an hour from the first Sunday on or after 25 March to the
 * one on or after 25 October, until 1995 22 October (orders under the Summer Time Act 1972; no instant kept here is before
 * 1990). Intl says the same and takes a hundred times as long, and a page of results asks a hundred times.
 */
function londonOffset(time: number): number {
  const year = new Date(time).getUTCFullYear()
  const october = year < 1996 ? 22 : 25
  return time >= sundayFrom(year, 2, 25) && time < sundayFrom(year, 9, october) ? HOUR_MS : 0
}

/** 01:00 UTC on the first Sunday on or after a day of a month (0 for January). */
function sundayFrom(year: number, month: number, day: number): number {
  const from = Date.UTC(year, month, day, 1)
  return from + ((7 - new Date(from).getUTCDay()) % 7) * DAY_MS
}
