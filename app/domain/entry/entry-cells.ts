import { tidy } from '../sheet/read-sheet'
import { labelOf } from '../words/codes'
import { type EntryField, NOT_STATED } from './field'
import { partsOf } from './parts'
import { typedField } from './say-field'

/** An entry of the directory as one line of a file. Safe for the browser. */

export const ENTRY_ID = 'Service ID'
/** Between several answers of one cell. */
const BETWEEN = '; '

/** What of an entry stands in a file: every answer of a service but its hours, which no cell holds. */
export const ENTRY_COLUMNS: readonly EntryField[] = partsOf({ isProgramme: false, isPlace: true })
  .filter(part => !part.onlyEditors)
  .flatMap(part => part.fields)
  .filter(({ kind }) => kind !== 'hours')

export const ENTRY_HEADINGS: readonly string[] = [ENTRY_ID, ...ENTRY_COLUMNS.map(({ label }) => label)]

/** What is kept of one question as a cell; '' for what is not stated. */
export function cellOf(field: EntryField, kept: unknown): string {
  const typed = typedField(field, kept)
  if (typed === undefined || typed === NOT_STATED) return ''
  const words = (code: unknown) => labelOf(choicesOf(field), String(code))
  return Array.isArray(typed) ? typed.map(words).join(BETWEEN) : words(typed)
}

/** What a cell says, as the form of the question would be typed; undefined for what is left out. */
export function typedOfCell(field: EntryField, cell: string): unknown {
  const codes = cell
    .split(BETWEEN.trim())
    .map(words => codeOf(field, words.trim()))
    .filter(code => code !== '')
  if (field.kind === 'several') return codes
  return cell === '' || tidy(cell) === tidy(NOT_STATED) ? undefined : codeOf(field, cell)
}

/** What a cell may hold, in words. */
export function entryCellHint(field: EntryField): string {
  const words = Object.values(choicesOf(field)).map(each => `“${each}”`)
  if (field.kind === 'several') return `One or more of ${words.join(', ')}, with a semicolon between them`
  if (words.length > 0) return words.join(', ')
  return HINTS[field.kind] ?? 'Words'
}

const HINTS: Partial<Record<EntryField['kind'], string>> = {
  pounds: 'Pounds, like 85 or 85.50',
  number: 'A whole number',
  clock: 'A time, like 21:30',
  list: 'With commas between them',
}

function choicesOf(field: EntryField): Readonly<Record<string, string>> {
  if (field.kind === 'yes-no') return { yes: 'Yes', no: 'No' }
  return 'choices' in field ? field.choices : {}
}

function codeOf(field: EntryField, words: string): string {
  const found = Object.entries(choicesOf(field)).find(([code, label]) =>
    [code, label].some(each => tidy(each) === tidy(words)),
  )
  return found?.[0] ?? words
}
