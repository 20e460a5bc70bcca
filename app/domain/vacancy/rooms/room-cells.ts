import { poundsTyped } from '../../money/pounds-field'
import { tidy } from '../../sheet/read-sheet'
import { BEDSPACE_SEX_LABELS, BEDSPACE_TYPE_LABELS } from '../vacancy'
import { type RoomFacts, ROOM_FIELDS } from './room'

/** A room as one line of a file. Safe for the browser. */

export const ROOM_SERVICE_ID = 'Service ID'
export const ROOM_SERVICE = 'Service'
export const ROOM_ID = 'Room ID'

const YES_NO = { yes: 'Yes', no: 'No' }

interface RoomColumn {
  heading: string
  /** The column of a bedspace, as its words are kept by `ROOM_FIELDS`. */
  column: keyof typeof ROOM_FIELDS
  choices?: Readonly<Record<string, string>>
  may: string
}

/** What of a room stands in a file, by the name its form has for it. */
export const ROOM_COLUMNS = {
  name: column('name', 'Up to 60 characters. Two rooms in use cannot have one name'),
  type: chosen('type', BEDSPACE_TYPE_LABELS),
  sex: chosen('sex', BEDSPACE_SEX_LABELS, 'Empty: whom the service takes'),
  wheelchair: chosen('wheelchair', YES_NO),
  note: column('note', 'A few words, like “Second floor, no lift”'),
  rentWeeklyPence: column('rent_weekly_pence', 'Pounds a week, like 85 or 85.50. Empty: as the service says'),
  serviceChargeWeeklyPence: column(
    'service_charge_weekly_pence',
    'Pounds a week. Empty: as the service says',
  ),
} as const satisfies Record<string, RoomColumn>

export type RoomField = keyof typeof ROOM_COLUMNS

export const ROOM_FIELD_NAMES = Object.keys(ROOM_COLUMNS) as readonly RoomField[]

export const ROOM_HEADINGS: readonly string[] = [
  ROOM_SERVICE_ID,
  ROOM_SERVICE,
  ROOM_ID,
  ...ROOM_FIELD_NAMES.map(name => ROOM_COLUMNS[name].heading),
]

export type RoomTyped = Readonly<Partial<Record<RoomField, string>>>

/** A room as its form is typed: codes and texts, nothing for what is not stated. */
export function typedRoom(room: RoomFacts & { name: string }): RoomTyped {
  const { name, type, sex, wheelchair, note, rentWeeklyPence, serviceChargeWeeklyPence } = room
  return {
    name,
    type,
    sex: sex ?? '',
    wheelchair: wheelchair === null ? '' : wheelchair ? 'yes' : 'no',
    note: note ?? '',
    rentWeeklyPence: poundsTyped(rentWeeklyPence),
    serviceChargeWeeklyPence: poundsTyped(serviceChargeWeeklyPence),
  }
}

/** The cells of what is typed, in the order of the columns. */
export function cellsOfRoom(typed: RoomTyped): string[] {
  return ROOM_FIELD_NAMES.map(name => sayTyped(name, typed[name] ?? ''))
}

/** 'Shared' for the code of it; a text as it is. */
export function sayTyped(name: RoomField, typed: string): string {
  return choicesOf(name)[typed] ?? typed
}

/** What a line says of a room, of the columns it has. */
export function typedOfCells(cells: Readonly<Record<string, string>>): RoomTyped {
  return Object.fromEntries(
    ROOM_FIELD_NAMES.flatMap(name => {
      const cell = cells[ROOM_COLUMNS[name].heading]
      return cell === undefined ? [] : [[name, codeOf(name, cell)]]
    }),
  )
}

function codeOf(name: RoomField, words: string): string {
  const found = Object.entries(choicesOf(name)).find(([code, label]) =>
    [code, label].some(each => tidy(each) === tidy(words)),
  )
  return found?.[0] ?? words
}

function choicesOf(name: RoomField): Readonly<Record<string, string>> {
  const of: RoomColumn = ROOM_COLUMNS[name]
  return of.choices ?? {}
}

function column(name: keyof typeof ROOM_FIELDS, may: string) {
  return { heading: ROOM_FIELDS[name]?.label ?? String(name), column: name, may }
}

function chosen(name: keyof typeof ROOM_FIELDS, choices: Readonly<Record<string, string>>, also?: string) {
  const words = Object.values(choices).map(each => `“${each}”`)
  return { ...column(name, [words.join(', '), also].filter(Boolean).join('. ')), choices }
}
