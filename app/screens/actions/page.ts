import { pounds } from '~/domain/money/money'
import {
  ACTION_STATES,
  CONCERN_STATES,
  type EntryKind,
  isOpen,
  isOverdue,
  NATURES,
  type RegisterEntry,
  SEVERITIES,
  STATE_LABELS,
  standingWords,
} from '~/domain/action/entry'
import { GAP_PLACES, GAP_SUBJECTS, placeWords, subjectWords } from '~/domain/action/gap'
import { type Day, formatDayLong } from '~/domain/time/calendar'

/** The register in words. Safe for the browser. */

interface FieldWords {
  label: string
  choices?: Readonly<Record<string, string>>
}

const CHOICES = {
  subject: Object.fromEntries(GAP_SUBJECTS.map(({ code }) => [code, subjectWords(code)])),
  place: Object.fromEntries(GAP_PLACES.map(code => [code, placeWords(code)])),
}

/** The questions of the forms, by the names of their fields. */
export const REGISTER_FIELDS = {
  nature: { label: 'Is it an issue or a risk?', choices: NATURES },
  subject: { label: 'What is the gap in?', choices: CHOICES.subject },
  place: { label: 'Where is the gap?', choices: CHOICES.place },
  words: { label: 'What will be done' },
  owner: { label: 'Owner' },
  costPounds: { label: 'Cost in pounds (optional)' },
  dueOn: { label: 'Due' },
  severity: { label: 'How severe is it?', choices: SEVERITIES },
  state: { label: 'How it stands', choices: STATE_LABELS },
} as const satisfies Record<string, FieldWords>

/** What is asked of an action and of a concern, in the order of the page. */
export const FIELDS_OF_KIND = {
  action: ['subject', 'place', 'words', 'owner', 'costPounds', 'dueOn', 'state'],
  concern: ['nature', 'subject', 'place', 'words', 'owner', 'severity', 'state'],
} as const satisfies Record<EntryKind, ReadonlyArray<keyof typeof REGISTER_FIELDS>>

export const KIND_WORDS = {
  action: { one: 'action', added: 'The action is in the register.', states: ACTION_STATES },
  concern: { one: 'issue or risk', added: 'It is in the register.', states: CONCERN_STATES },
} as const

export const ENTRY_DONE = {
  changed: 'The change is saved. What it said before is below.',
  struck: 'The words are struck out.',
}

export const NOT_WRITTEN = {
  stale:
    'Somebody changed this while you had the page open. Read it below, then save yours if it still holds',
  standing: 'These words stand now. Correct them first, then strike out what they said before',
}

export interface EntryLine {
  id: string
  subject: string
  place: string
  words: string
  owner: string
  cost: string
  due: string | null
  nature: string | null
  severity: string | null
  standing: string
  isOverdue: boolean
  isDone: boolean
}

/** One entry of the register in words. Takes today in London. */
export function entryLine(entry: RegisterEntry, today: Day): EntryLine {
  const { id, subject, place, words, owner, costPounds, dueOn, nature, severity } = entry
  return {
    id,
    subject: subjectWords(subject),
    place: placeWords(place),
    words,
    owner,
    cost: costWords(costPounds),
    due: dueOn && formatDayLong(dueOn),
    nature: nature && NATURES[nature],
    severity: severity && SEVERITIES[severity],
    standing: standingWords(entry, today),
    isOverdue: isOverdue(entry, today),
    isDone: entry.state === 'done' || entry.state === 'closed',
  }
}

/** '£12,500', 'No cost', or 'Not costed': nobody has said. */
export function costWords(costPounds: number | null): string {
  if (costPounds === null) return 'Not costed'
  return costPounds === 0 ? 'No cost' : pounds(costPounds * 100)
}

export interface RegisterPage {
  sentence: string
  actions: EntryLine[]
  concerns: EntryLine[]
  /** Whether what is shown is done, closed or recorded by mistake. */
  isPast: boolean
}

/** What is open, or what is not any more, with a sentence that sums it up. */
export function registerPage(entries: readonly RegisterEntry[], today: Day, isPast: boolean): RegisterPage {
  const shown = entries.filter(entry => isOpen(entry) !== isPast)
  const linesOf = (kind: EntryKind) =>
    shown.filter(entry => entry.kind === kind).map(entry => entryLine(entry, today))
  return {
    sentence: sentenceOf(entries, today),
    actions: linesOf('action'),
    concerns: linesOf('concern'),
    isPast,
  }
}

function sentenceOf(entries: readonly RegisterEntry[], today: Day): string {
  const open = entries.filter(isOpen)
  const actions = open.filter(({ kind }) => kind === 'action')
  const late = actions.filter(entry => isOverdue(entry, today)).length
  const concerns = open.length - actions.length
  const overdue = late === 0 ? 'none of them overdue' : `${late} of them overdue`
  return `${counted(actions.length, 'action')} open, ${overdue}; ${counted(concerns, 'issue or risk', 'issues and risks')} open.`
}

function counted(many: number, one: string, more = `${one}s`): string {
  return `${many} ${many === 1 ? one : more}`
}
