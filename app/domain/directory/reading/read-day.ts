import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  formatDay,
  formatDayLong,
  isDay,
  isoWeekday,
} from '../../time/calendar'
import { outsideSpan } from '../../time/spans'
import { PhraseTable } from '../../words/phrase-table'
import type { TypedToken } from '../../words/typed-tokens'

/** A day by which a bed is wanted, as people write it. */
interface DayRead {
  day: Day
  /** How many words it took. */
  length: number
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
]
const SHORT_MONTHS = [...MONTHS.map(month => month.slice(0, 3)), 'sept']
const NUMBERS = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
]
/** In days; a month is no number of them. */
const UNITS: ReadonlyMap<string, number | 'month'> = new Map<string, number | 'month'>([
  ['day', 1],
  ['week', 7],
  ['wk', 7],
  ['fortnight', 14],
  ['month', 'month'],
])
/** After these a day is not the one from which somebody needs a bed. */
const OF_SOMETHING_ELSE = new Set([
  ...[
    'last',
    'past',
    'since',
    'until',
    'till',
    'every',
    'each',
    'born',
    'dob',
    'due',
    'been',
    'was',
    'ended',
  ],
])
/** A short name of a day of the week, or a month without a day, is one only after these: 'on wed', 'from january'. */
const LEADS = new Set(['on', 'by', 'from', 'next', 'this', 'in', 'release', 'released', 'out', 'leaving'])

/** Only in a long name is a slip likelier than another word: 'march' is no slip of 'marsh'. */
const SLIPS_FROM = 8
/** A day without a year lies ahead; further than so many days it is one that is past. */
const AHEAD = 183

interface Tables {
  away: PhraseTable<number>
  weekdays: PhraseTable<number>
  months: PhraseTable<number>
}

/** Reads a day that begins with the token at `at`; null where none does, and where it is past or there is no such day. */
export type DayReader = (
  typed: string,
  tokens: readonly TypedToken[],
  at: number,
  today: Day,
) => DayRead | null

/** @param known words that stand for themselves, to which those of the calendar are added */
export function dayReader(known: Set<string>): DayReader {
  const tables: Tables = {
    away: new PhraseTable(
      [
        ['tomorrow', 1],
        ['tmrw', 1],
        ['day after tomorrow', 2],
        ['the day after tomorrow', 2],
      ],
      known,
      SLIPS_FROM,
    ),
    weekdays: new PhraseTable(numbered(WEEKDAYS), known, SLIPS_FROM),
    months: new PhraseTable(
      [...numbered(MONTHS), ...numbered(SHORT_MONTHS.slice(0, 12)), ['sept', 9]],
      known,
      SLIPS_FROM,
    ),
  }
  return (typed, tokens, at, today) => {
    const before = tokens[at - 1]?.text ?? ''
    const said = /^(on|in|the|from|by|for)$/.test(before) ? (tokens[at - 2]?.text ?? '') : before
    if (OF_SOMETHING_ELSE.has(said)) return null
    const looked = {
      typed,
      tokens: tokens.slice(at, at + 6),
      before,
      today,
      ...tables,
    }
    for (const form of FORMS) {
      const read = form(looked)
      if (read !== null) return outsideSpan('availableBy', read.day, { today }) ? null : read
    }
    return null
  }
}

/** 'free by Fri 4 December'; with its year where that is another. */
export function dayChip(day: Day, today: Day): string {
  return `free by ${day.slice(0, 4) === today.slice(0, 4) ? formatDay(day) : formatDayLong(day)}`
}

interface Looked extends Tables {
  typed: string
  /** From where the day may begin. */
  tokens: readonly TypedToken[]
  before: string
  today: Day
}

type Form = (looked: Looked) => DayRead | null

const FORMS: readonly Form[] = [inWords, inSoMany, onWeekday, inFigures, dayOfMonth, monthFirst, monthAlone]

function inWords({ away, tokens, today }: Looked): DayRead | null {
  const found = away.at(tokens, 0)
  return found && { day: addDays(today, found.meaning), length: found.length }
}

/** 'in two weeks', 'within 3 days', 'in a fortnight', '2 weeks time'; 'next week' begins on its Monday. */
function inSoMany({ tokens, today }: Looked): DayRead | null {
  const text = (at: number) => tokens[at]?.text ?? ''
  const unitAt = (at: number) => UNITS.get(tokens[at]?.stem ?? '')
  if (text(0) === 'next') return nextUnit(unitAt(1), today)
  const lead = text(0) === 'in' || text(0) === 'within' ? 1 : 0
  const couple = text(lead) === 'couple' ? 0 : text(lead) === 'a' && text(lead + 1) === 'couple' ? 1 : null
  const last = couple === null ? lead : lead + couple + (text(lead + couple + 1) === 'of' ? 1 : 0)
  const unit = unitAt(last + 1)
  const many = couple === null ? numberOf(text(last), unit) : 2
  if (many === null || unit === undefined) return null
  const isTime = text(last + 2) === 'time'
  if (lead === 0 && !isTime) return null
  const day = unit === 'month' ? addMonths(today, many) : addDays(today, many * unit)
  return { day, length: last + (isTime ? 3 : 2) }
}

function nextUnit(unit: number | 'month' | undefined, today: Day): DayRead | null {
  if (unit === 7) return { day: addDays(today, 8 - isoWeekday(today)), length: 2 }
  return unit === 'month' ? { day: `${addMonths(today, 1).slice(0, 7)}-01`, length: 2 } : null
}

function numberOf(text: string, unit: number | 'month' | undefined): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  // 'in a day centre' is no day.
  if (text === 'a') return unit === 1 ? null : 1
  return NUMBERS.includes(text) ? NUMBERS.indexOf(text) + 1 : null
}

/** The next such day, today among them; with 'next', that of the week after. Plural is a habit: 'open on Fridays'. */
function onWeekday({ weekdays, tokens, before, today }: Looked): DayRead | null {
  const lead = /^(next|this|coming)$/.test(tokens[0]?.text ?? '') ? 1 : 0
  const name = tokens[lead]
  if (name === undefined) return null
  const isShort =
    LEADS.has(lead === 1 ? 'next' : before) && /^(mon|tues?|weds?|thurs?|thu|fri|sat|sun)$/.test(name.text)
  const weekday = isShort
    ? WEEKDAYS.findIndex(each => each.startsWith(name.text.replace(/^weds$/, 'wed'))) + 1
    : weekdays.at(tokens.slice(lead, lead + 1), 0)?.meaning
  if (weekday === undefined || (!isShort && name.text.endsWith('s'))) return null
  if (before === 'a') return null
  const monday = addDays(today, 8 - isoWeekday(today))
  const day =
    tokens[0]?.text === 'next'
      ? addDays(monday, weekday - 1)
      : addDays(today, (weekday - isoWeekday(today) + 7) % 7)
  return { day, length: lead + 1 }
}

const FIGURES = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/.-]*\d)/
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/

/** '12/12', '12.12.2026', '2026-12-12'. A dash or a stop makes a date only with a year; '1/2 bed' is none. */
function inFigures({ typed, tokens, today }: Looked): DayRead | null {
  const text = typed.slice(tokens[0]?.start)
  const iso = ISO.exec(text)
  if (iso) return dated({ year: iso[1], month: Number(iso[2]), date: Number(iso[3]) }, 3, today)
  const [whole, date, mark, month, year] = FIGURES.exec(text) ?? []
  if (whole === undefined || (year === undefined && mark !== '/')) return null
  const length = year === undefined ? 2 : 3
  if (/^(bed|bedroom|room)$/.test(tokens[length]?.stem ?? '')) return null
  return dated({ year, month: Number(month), date: Number(date) }, length, today)
}

/** '4 december', '4th of December 2026'. */
function dayOfMonth({ months, tokens, today }: Looked): DayRead | null {
  const date = dateOf(tokens[0])
  const at = tokens[1]?.text === 'of' ? 2 : 1
  const month = months.at(tokens.slice(at, at + 1), 0)?.meaning
  if (date === null || month === undefined) return null
  const year = yearOf(tokens[at + 1])
  return dated({ year, month, date }, at + (year ? 2 : 1), today)
}

/** 'December 4th'. May is a verb as well. */
function monthFirst({ months, tokens, today }: Looked): DayRead | null {
  const month = months.at(tokens.slice(0, 1), 0)?.meaning
  const date = dateOf(tokens[1])
  if (month === undefined || date === null) return null
  if (month === 5 && /^\d+$/.test(tokens[1]?.text ?? '')) return null
  const year = yearOf(tokens[2])
  return dated({ year, month, date }, year ? 3 : 2, today)
}

/** 'from January': its first day. */
function monthAlone({ months, tokens, before, today }: Looked): DayRead | null {
  const month = months.at(tokens.slice(0, 1), 0)?.meaning
  if (month === undefined || !LEADS.has(before)) return null
  const year = yearOf(tokens[1])
  return dated({ year, month, date: 1 }, year ? 2 : 1, today)
}

function dateOf(token: TypedToken | undefined): number | null {
  const date = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token?.text ?? '')?.[1]
  return date === undefined ? null : Number(date)
}

function yearOf(token: TypedToken | undefined): string | undefined {
  return /^20\d\d$/.exec(token?.text ?? '')?.[0]
}

function dated(
  { year, month, date }: { year: string | undefined; month: number; date: number },
  length: number,
  today: Day,
): DayRead | null {
  const dayIn = (each: string) => `${each}-${two(month)}-${two(date)}`
  if (year !== undefined) {
    const day = dayIn(year.length === 2 ? `20${year}` : year)
    return isDay(day) ? { day, length } : null
  }
  const thisYear = Number(today.slice(0, 4))
  const day = [thisYear, thisYear + 1]
    .map(each => dayIn(String(each)))
    .find(each => isDay(each) && each >= today)
  return day !== undefined && daysBetween(today, day) <= AHEAD ? { day, length } : null
}

function numbered(names: readonly string[]): [string, number][] {
  return names.map((name, at) => [name, at + 1])
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
