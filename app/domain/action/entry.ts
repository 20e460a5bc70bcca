import type { Day } from '../time/calendar'
import { inSentence } from '../words/english'

/** The register: actions that close a gap, and concerns (issues and risks) beside them. Safe for the browser. */

export type EntryKind = 'action' | 'concern'

export const ACTION_STATES = {
  to_start: 'Not started',
  under_way: 'Under way',
  done: 'Done',
  mistaken: 'Recorded by mistake',
} as const
export const CONCERN_STATES = {
  open: 'Open',
  closed: 'Closed',
  mistaken: 'Recorded by mistake',
} as const
export const STATE_LABELS = { ...ACTION_STATES, ...CONCERN_STATES }
export type EntryState = keyof typeof STATE_LABELS

export const NATURES = { issue: 'Issue', risk: 'Risk' } as const
export type Nature = keyof typeof NATURES

export const SEVERITIES = { high: 'High', medium: 'Medium', low: 'Low' } as const
export type Severity = keyof typeof SEVERITIES

/** What somebody wrote of an entry; a cost is in whole pounds, null where nobody has said. */
export interface EntryFields {
  subject: string
  place: string
  words: string
  owner: string
  costPounds: number | null
  /** Of an action alone. */
  dueOn: Day | null
  /** Of a concern alone. */
  nature: Nature | null
  severity: Severity | null
  state: EntryState
}

export interface RegisterEntry extends EntryFields {
  id: string
  kind: EntryKind
  version: number
  writtenAt: Date
}

/** An entry as it was once worded; its words are null where they were struck out, and it says who did so. */
export interface EntryVersion extends Omit<EntryFields, 'words' | 'owner'> {
  version: number
  words: string | null
  owner: string | null
  writtenAt: Date
  writtenBy: string
  struckAt: Date | null
  struckBy: string | null
}

/** Whether an entry still asks for something: neither done, nor closed, nor recorded by mistake. */
export function isOpen({ state }: Pick<EntryFields, 'state'>): boolean {
  return state === 'to_start' || state === 'under_way' || state === 'open'
}

/** An action is overdue from the day after it was due, until it is done. Takes today in London. */
export function isOverdue({ state, dueOn }: Pick<EntryFields, 'state' | 'dueOn'>, today: Day): boolean {
  return isOpen({ state }) && dueOn !== null && dueOn < today
}

/** How an entry stands in words: 'Overdue, under way', 'Under way, on time', 'Done', 'Open'. */
export function standingWords(entry: Pick<EntryFields, 'state' | 'dueOn'>, today: Day): string {
  const label = STATE_LABELS[entry.state]
  if (isOverdue(entry, today)) return `Overdue, ${inSentence(label)}`
  return entry.dueOn !== null && isOpen(entry) ? `${label}, on time` : label
}
