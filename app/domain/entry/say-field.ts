import { onceMoney, weeklyMoney } from '../money/money'
import { staffedHoursWords } from '../service/staffed-hours'
import { boxesOf } from '../time/boxes'
import { formatDayLong, isDay } from '../time/calendar'
import { StaffedHours } from '../vacancy/freshness/staffed-time'
import { labelOf } from '../words/codes'
import { type EntryField, type FieldKind, type FieldOf, NOT_STATED } from './field'
import { typedHours } from './staffed-hours-form'

/** What is kept of one question, in words and as its boxes hold it. What is kept comes from a row, or from its history. Safe for the browser. */

const BLANK = 'Not stated'

/** 'Monday to Friday, 9am to 5pm', '£148 a week', or 'Not stated'. */
export function sayField(field: EntryField, kept: unknown): string {
  if (field.kind === 'hours') return staffedHoursWords(StaffedHours.parse(kept ?? null))
  if (kept === null || kept === undefined || kept === '')
    return (field.kind === 'number' && field.blank) || BLANK
  return WORDS[field.kind](field as never, kept) || BLANK
}

/** What the question's boxes start from. */
export function typedField(field: EntryField, kept: unknown): unknown {
  if (field.kind === 'hours') return typedHours(StaffedHours.parse(kept ?? null))
  if (field.kind === 'several') return listOf(kept)
  if (kept === null || kept === undefined)
    return field.kind === 'one' || field.kind === 'yes-no' ? NOT_STATED : undefined
  return BOXES[field.kind]?.(kept) ?? textOf(kept)
}

type Say<Kind extends FieldKind['kind']> = (field: FieldOf<Kind>, kept: unknown) => string

const WORDS: { [Kind in Exclude<FieldKind['kind'], 'hours'>]: Say<Kind> } = {
  line: (_, kept) => String(kept),
  lines: (_, kept) => String(kept),
  one: ({ choices }, kept) => labelOf(choices, String(kept)),
  several: ({ choices }, kept) =>
    listOf(kept)
      .map(code => labelOf(choices, code))
      .join(', '),
  'yes-no': (_, kept) => (kept === true ? 'Yes' : 'No'),
  pounds: ({ per }, kept) => (per ? weeklyMoney(Number(kept)) : onceMoney(Number(kept))),
  number: ({ unit }, kept) => `${Number(kept)} ${Number(kept) === 1 ? unit.replace(/s$/, '') : unit}`,
  clock: (_, kept) => String(kept).slice(0, 5),
  list: (_, kept) => listOf(kept).join(', '),
  day: (_, kept) => (isDay(String(kept)) ? formatDayLong(String(kept)) : String(kept)),
}

const BOXES: Partial<Record<FieldKind['kind'], (kept: unknown) => unknown>> = {
  'yes-no': kept => (kept === true ? 'yes' : 'no'),
  pounds: kept => (Number(kept) / 100).toFixed(2).replace('.00', ''),
  clock: kept => String(kept).slice(0, 5),
  list: kept => listOf(kept).join(', '),
  day: kept => boxesOf(String(kept)),
}

function textOf(kept: unknown): string {
  return typeof kept === 'string' || typeof kept === 'number' ? String(kept) : ''
}

function listOf(kept: unknown): string[] {
  return Array.isArray(kept) ? kept.map(String) : []
}
