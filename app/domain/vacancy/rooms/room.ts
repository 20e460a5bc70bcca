import { weeklyMoney } from '../../money/money'
import { BEDSPACE_SEX_LABELS, BEDSPACE_TYPE_LABELS, type BedspaceSex, type BedspaceType } from '../vacancy'
import type { TableWords } from '../../record-change/change-words'
import { labelOf } from '../../words/codes'
import { inSentence } from '../../words/english'

/** What a provider says of one of its rooms. null is 'not stated': then what the service says holds. Safe for the browser. */
export interface RoomFacts {
  type: BedspaceType
  sex: BedspaceSex | null
  wheelchair: boolean | null
  /** 'Second floor, no lift, shared kitchen'. */
  note: string | null
  rentWeeklyPence: number | null
  serviceChargeWeeklyPence: number | null
}

/** Whether a room is for others than a service takes that takes one sex alone. */
export function isForOthers(takes: string | null, room: string | null): boolean {
  return (takes === 'women' || takes === 'men') && room !== null && room !== takes
}

/** The columns of a bedspace that are typed: how each is called, and how what it held is said. */
export const ROOM_FIELDS: Readonly<Record<string, { label: string; say: (value: unknown) => string }>> = {
  name: { label: 'Name', say: textOf },
  type: { label: 'Kind of room', say: value => labelOf(BEDSPACE_TYPE_LABELS, textOf(value)) },
  sex: {
    label: 'For',
    say: value => (value === null ? 'Whom the service takes' : labelOf(BEDSPACE_SEX_LABELS, textOf(value))),
  },
  wheelchair: { label: 'Wheelchair', say: value => (value === null ? 'Not stated' : value ? 'Yes' : 'No') },
  note: { label: 'What else is to be known', say: textOf },
  rent_weekly_pence: { label: 'Rent', say: moneyOf },
  service_charge_weekly_pence: { label: 'Service charge', say: moneyOf },
  position: { label: 'Place in the list', say: textOf },
  named: { label: 'Kept as', say: value => (value ? 'A room with a name' : 'One of a count') },
  retired_at: { label: 'Closed', say: value => (value === null ? 'No' : 'Yes') },
}

/** The same in the history of the whole service, which is of many rooms. */
export const ROOM_HISTORY: TableWords = {
  words: { name: 'Name', note: 'What else is to be known' },
  row: ({ name }) => (/^room\b/i.test(textOf(name)) ? textOf(name) : `Room ${textOf(name)}`),
  columns: Object.fromEntries(
    Object.entries(ROOM_FIELDS).map(([column, { label, say }]) => [column, { label, say }]),
  ),
}

/** 'shared, women, wheelchair, £85 a week': what a room is, in one line. */
export function roomLine({ type, sex, wheelchair, rentWeeklyPence }: Omit<RoomFacts, 'note'>): string {
  return [
    BEDSPACE_TYPE_LABELS[type],
    sex && inSentence(BEDSPACE_SEX_LABELS[sex]),
    wheelchair && 'wheelchair',
    rentWeeklyPence !== null && weeklyMoney(rentWeeklyPence),
  ]
    .filter(Boolean)
    .join(', ')
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : 'Not stated'
}

function moneyOf(value: unknown): string {
  return weeklyMoney(typeof value === 'number' ? value : null)
}
