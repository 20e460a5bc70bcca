import { authorityName } from '../area/region'
import type { HistoryField } from '../case/history/case-fields'
import { fieldLabel, fieldWords } from '../case/history/case-fields'
import { formatDayLong, formatInstant, isDay } from '../time/calendar'

/** A row as it is held, its sealed values opened. */
export type HeldRow = Readonly<Record<string, unknown>>

/** Ids of colleagues, organisations and services, and what they are called. */
export type Names = ReadonlyMap<string, string>

/** What a column is called where its own name says too little. */
const COLUMN_WORDS: Readonly<Record<string, string>> = {
  crn: 'CRN',
  was: 'What it said before',
  agreed_tier: 'Agreed tier',
  sex: 'Sex',
}

const ANSWERS = 'facts'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A row in words, to be read: ids that stand for nothing with a name are left out. */
export function heldFields(row: HeldRow, names: Names): { label: string; value: string }[] {
  return Object.entries(row).flatMap(([column, value]) => {
    if (column === ANSWERS) return answersOf(value).map(answerLine)
    const words = valueWords(value, names)
    return words === null ? [] : [{ label: columnLabel(column), value: words }]
  })
}

/** A row for a machine: every column under what it is called, as it is held. */
export function heldValues(row: HeldRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) =>
      column === ANSWERS
        ? answersOf(value).map(([fact, answer]) => [answerLine([fact, answer]).label, answer])
        : [[columnLabel(column), value]],
    ),
  )
}

function answersOf(facts: unknown): [string, unknown][] {
  return typeof facts === 'object' && facts !== null ? Object.entries(facts) : []
}

function answerLine([fact, answer]: [string, unknown]): { label: string; value: string } {
  const field = `answer.${fact}` as HistoryField
  const label = fieldLabel(field)
  // What no form asks has no words of its own.
  if (label === field) return { label: spaced(fact), value: plainWords(answer) }
  return { label, value: fieldWords(field, answer) }
}

function columnLabel(column: string): string {
  return COLUMN_WORDS[column] ?? spaced(column.replace(/_id$/, ''))
}

/** Null for what says nothing to who reads it. */
function valueWords(value: unknown, names: Names): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' && UUID.test(value)) return names.get(value) ?? null
  return plainWords(value)
}

/** A value as it is kept in words: a day, an instant, an authority, a list; an object as 'key: value'. */
function plainWords(value: unknown): string {
  if (value === null || value === undefined) return 'Not known yet'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'string') return textWords(value)
  if (Array.isArray(value)) return value.length === 0 ? 'None' : value.map(plainWords).join(', ')
  if (typeof value !== 'object') return JSON.stringify(value)
  return Object.entries(value)
    .map(([key, part]) => `${spaced(key)}: ${plainWords(part)}`)
    .join('; ')
}

function textWords(text: string): string {
  if (text === 'infinity') return 'Without an end'
  if (isDay(text)) return formatDayLong(text)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return formatInstant(new Date(text))
  return /^E0[68]\d{6}$/.test(text) ? authorityName(text) : text
}

/** 'releaseOn' and 'release_on' are 'Release on'. */
function spaced(name: string): string {
  const words = name
    .replace(/_/g, ' ')
    .replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
