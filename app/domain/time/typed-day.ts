import type { Day } from './calendar'

/** A date as people type it into three boxes, read without regard to what it is for. Safe for the browser. */

export const DAY_PARTS = ['day', 'month', 'year'] as const
export type DayPart = (typeof DAY_PARTS)[number]
export type TypedDay = Partial<Record<DayPart, string>>

/** The day, null for empty boxes, or what is wrong with which box; `missing` alone leaves the words to the field. */
export type ReadDay =
  { day: Day | null } | { part: DayPart; say: string } | { part: DayPart; missing: DayPart[] }

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
/** '3 March 1990', '3/3/1990', '3rd mar 1990', all in one box. */
const WHOLE = /^(\S+?)(?:\s+|\s*[/.-]\s*)([^\s/.-]+)(?:\s+|\s*[/.-]\s*)(\S+)$/
/** '1990-03-28', as files and other systems write it. */
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/

/**
 * Reads three boxes: months as numbers, names or short names; a whole date in the first box alone is taken apart. A year in
 * other than four figures is answered with `exampleYear`, which suits what the date is for.
 */
export function readTypedDay(typed: TypedDay, exampleYear = '2026'): ReadDay {
  const { day = '', month = '', year = '' } = takenApart(typed)
  const missing = DAY_PARTS.filter(part => ({ day, month, year })[part] === '')
  if (missing.length === DAY_PARTS.length) return { day: null }
  if (missing[0]) return { part: missing[0], missing }

  const date = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(day)?.[1])
  if (!(date >= 1 && date <= 31)) return { part: 'day', say: 'Enter the day as a number from 1 to 31' }
  const monthNumber = readMonth(month)
  if (monthNumber === null)
    return { part: 'month', say: 'Enter the month as a number from 1 to 12 or a name, such as 3 or March' }
  if (!isYear(year)) return { part: 'year', say: `Enter the year as four figures, such as ${exampleYear}` }
  const last = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate()
  if (date > last)
    return {
      part: 'day',
      say: `There is no ${date} ${longMonth(monthNumber)} ${year}: the month has ${last} days`,
    }
  return { day: `${year}-${two(monthNumber)}-${two(date)}` }
}

/** The number of a month typed as one, or by its name: '3', '03', 'March', 'mar', 'Sept'. null for anything else. */
export function readMonth(text: string): number | null {
  if (/^(0?[1-9]|1[0-2])$/.test(text)) return Number(text)
  const name = text.toLowerCase().replace(/\.$/, '')
  if (!/^[a-z]{3,}$/.test(name)) return null
  const at = MONTHS.findIndex(long => long.startsWith(name))
  return at < 0 ? null : at + 1
}

/** A year in four figures that a person may mean; other years end in the words of a span. */
export function isYear(text: string): boolean {
  return /^[1-9]\d{3}$/.test(text)
}

function takenApart({ day = '', month = '', year = '' }: TypedDay): TypedDay {
  if (month !== '' || year !== '') return { day, month, year }
  const iso = ISO.exec(day)
  if (iso) return { year: iso[1], month: iso[2], day: iso[3] }
  const whole = WHOLE.exec(day)
  return whole ? { day: whole[1], month: whole[2], year: whole[3] } : { day }
}

function longMonth(month: number): string {
  const name = MONTHS[month - 1] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
