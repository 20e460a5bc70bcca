import { describe, expect, it } from 'vitest'
import { cellOf, ENTRY_COLUMNS, ENTRY_HEADINGS, typedOfCell } from '../entry/entry-cells'
import type { EntryField } from '../entry/field'
import { cellsOfPolicy, POLICY_HEADINGS, valuesOfRow } from '../policy/policy-cells'
import { POLICY_FIELD_NAMES, policyField } from '../policy/policy-fields'
import type { PolicyValues } from '../policy/policy-values'
import {
  cellsOfRoom,
  ROOM_COLUMNS,
  ROOM_FIELD_NAMES,
  ROOM_HEADINGS,
  typedOfCells,
} from '../vacancy/rooms/room-cells'

/** Every column of every file that goes out and comes in again, with every answer it may hold. */

interface Column {
  name: string
  /** Code by code, as the screens say it; nothing for a column of words, numbers or money. */
  choices: Readonly<Record<string, string>>
  /** One answer as a cell, and as it is read again. */
  there: (code: string) => string
  back: (cell: string) => unknown
}

const columnsOfEntry = ENTRY_COLUMNS.map((field): Column => ({
  name: `services: ${field.label}`,
  choices: choicesOf(field),
  there: code => cellOf(field, keptAs(field, code)),
  back: cell => [typedOfCell(field, cell)].flat()[0],
}))

function choicesOf(field: EntryField): Readonly<Record<string, string>> {
  if (field.kind === 'yes-no') return { yes: 'Yes', no: 'No' }
  return 'choices' in field ? field.choices : {}
}

function keptAs(field: EntryField, code: string): unknown {
  if (field.kind === 'yes-no') return code === 'yes'
  return field.kind === 'several' ? [code] : code
}

const NONE = Object.fromEntries(POLICY_FIELD_NAMES.map(name => [name, ''])) as unknown as PolicyValues

const columnsOfPolicy = POLICY_FIELD_NAMES.map((name): Column => {
  const { label, kind, choices = {} } = policyField(name)
  return {
    name: `policies: ${label}`,
    choices,
    there: code =>
      cellsOfPolicy({ ...NONE, [name]: kind === 'many' ? [code] : code })[POLICY_FIELD_NAMES.indexOf(name)] ??
      '',
    back: cell => [valuesOfRow({ line: 2, cells: { [label]: cell } })[name]].flat()[0],
  }
})

const columnsOfRoom = ROOM_FIELD_NAMES.map((name): Column => {
  const column: { heading: string; choices?: Readonly<Record<string, string>> } = ROOM_COLUMNS[name]
  return {
    name: `rooms: ${column.heading}`,
    choices: column.choices ?? {},
    there: code => cellsOfRoom({ [name]: code })[ROOM_FIELD_NAMES.indexOf(name)] ?? '',
    back: cell => typedOfCells({ [column.heading]: cell })[name],
  }
})

const COLUMNS = [...columnsOfEntry, ...columnsOfPolicy, ...columnsOfRoom]
const CHOSEN = COLUMNS.filter(({ choices }) => Object.keys(choices).length > 0)

describe('a file that goes out', () => {
  it('knows every column', () => {
    // Whose a line is: three of a room, two of a policy, one of an entry.
    const headings = [...ENTRY_HEADINGS, ...POLICY_HEADINGS, ...ROOM_HEADINGS]
    expect(COLUMNS).toHaveLength(headings.length - 6)
    for (const each of [ENTRY_HEADINGS, POLICY_HEADINGS, ROOM_HEADINGS])
      expect(new Set(each).size).toBe(each.length)
    expect(CHOSEN.length).toBeGreaterThanOrEqual(40)
  })

  it.each(CHOSEN)(
    'says $name in the words of the screens, and reads them again',
    ({ choices, there, back }) => {
      for (const [code, words] of Object.entries(choices)) {
        expect(there(code)).toBe(words)
        expect(words).not.toMatch(/_|;/)
        expect(words).not.toBe(code)
        expect(back(words)).toBe(code)
        // As people type it.
        expect(back(words.toUpperCase())).toBe(code)
      }
    },
  )
})
