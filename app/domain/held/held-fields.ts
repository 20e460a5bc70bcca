import type { HistoryField } from '../case/history/case-fields'
import { fieldLabel, fieldWords } from '../case/history/case-fields'

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

/** A row in words: what a column is called, and what it holds; the answers of a case each by its question. */
export function heldFields(row: HeldRow, names: Names): { label: string; value: string }[] {
  return Object.entries(row).flatMap(([column, value]) => {
    if (value === null || value === undefined) return []
    if (column === ANSWERS && typeof value === 'object') return answers(value as Record<string, unknown>)
    return [{ label: columnLabel(column), value: valueWords(value, names) }]
  })
}

function answers(facts: Record<string, unknown>) {
  return Object.entries(facts).map(([fact, answer]) => {
    const field = `answer.${fact}` as HistoryField
    const label = fieldLabel(field)
    // What no form asks has no words of its own.
    const isAsked = label !== field
    return {
      label: isAsked ? label : spaced(fact),
      value: isAsked ? fieldWords(field, answer) : plain(answer),
    }
  })
}

function columnLabel(column: string): string {
  return COLUMN_WORDS[column] ?? spaced(column.replace(/_id$/, ''))
}

function valueWords(value: unknown, names: Names): string {
  return (typeof value === 'string' && names.get(value)) || plain(value)
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** 'releaseOn' and 'release_on' are 'Release on'. */
function spaced(name: string): string {
  const words = name
    .replace(/_/g, ' ')
    .replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
