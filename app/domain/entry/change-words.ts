import { authorityName } from '../area/region'
import { CANCEL_REASONS, type CancelReason } from '../programme/cancelled-run'
import { columnName, type ColumnWords, type TableWords } from '../record-change/change-words'
import { runTimeWords } from '../programme/run-time'
import { pathwayLabel } from '../service/pathway'
import { PAUSE_REASON_LABELS, type PauseReason } from '../service/paused'
import { type Day, formatDayLong } from '../time/calendar'
import { clockWords } from '../time/week-words'
import { type EntryField, isOfWords } from './field'
import { ENTRY_PARTS } from './parts'
import { sayField } from './say-field'
import { inSentence } from '../words/english'
import { quoted } from '../words/struck'

/** What was changed of an entry, in words: the labels are those under which it is asked. Safe for the browser. */

type Columns = Readonly<Record<string, unknown>>

function columnsOfPart(of: 'service' | 'programme'): Record<string, ColumnWords> {
  const fields = Object.values(ENTRY_PARTS)
    .filter(part => part.of === of)
    .flatMap((part): readonly EntryField[] => part.fields)
  return Object.fromEntries(
    fields.map(field => [
      columnName(field.name),
      { label: field.label, say: (kept: unknown) => sayField(field, kept) },
    ]),
  )
}

/** Where words are typed, on the pages of an entry. */
function wordsOfPart(of: 'service' | 'programme'): Record<string, string> {
  const fields = Object.values(ENTRY_PARTS)
    .filter(part => part.of === of)
    .flatMap((part): readonly EntryField[] => part.fields)
  return Object.fromEntries(fields.filter(isOfWords).map(({ name, label }) => [columnName(name), label]))
}

const text = (label: string): ColumnWords => ({ label, say: kept => sayText(kept) })
const day = (label: string): ColumnWords => ({
  label,
  say: kept => (kept ? formatDayLong(kept as Day) : 'not stated'),
})
const number = (label: string): ColumnWords => ({
  label,
  say: kept => (typeof kept === 'number' ? String(kept) : 'not stated'),
})

function sayText(kept: unknown): string {
  return typeof kept === 'string' && kept !== '' ? kept : 'not stated'
}

function happened(begun: string, undone: string): ColumnWords {
  return { tell: (_before, after) => (after === null || after === undefined ? undone : begun) }
}

const SERVICE: TableWords = {
  row: () => 'The entry',
  words: { ...wordsOfPart('service'), paused_note: 'About the pause' },
  columns: {
    ...columnsOfPart('service'),
    confidential: {
      tell: (_before, after) => (after === true ? 'Its places are hidden' : 'Its places are shown'),
    },
    submitted_at: happened('Sent to an editor', 'Back with the provider'),
    approved_at: happened('Approved', 'Not approved any more'),
    archived_at: happened('Closed', 'Taken back into the directory'),
    paused_reason: {
      tell: (_before, after) =>
        after ? `Paused: ${inSentence(PAUSE_REASON_LABELS[after as PauseReason])}` : 'Open again',
    },
    paused_until: {
      tell: (_before, after) => (after ? `Paused until about ${formatDayLong(after as Day)}` : null),
    },
    paused_note: { tell: (_before, after) => (after ? `About the pause: ${sayText(after)}` : null) },
  },
}

/** What editors decided of an entry, worded anew or taken back. */
const REVIEW_WORDS: TableWords = {
  row: () => 'What an editor decided',
  // Struck out on the page of the decision, with every wording.
  words: {},
  columns: {
    words: text('Words of an editor'),
    taken_back_at: { tell: () => 'What an editor decided was taken back' },
    struck_at: { tell: () => 'Words of an editor struck out' },
  },
}

const SITE_COLUMNS: Readonly<Record<string, ColumnWords>> = {
  name: text('Name of the site'),
  address: text('Address'),
  town: text('Town'),
  outcode: text('Postcode district'),
}

/** By the name of the table. */
export const ENTRY_WORDS: Readonly<Record<string, TableWords>> = {
  service: SERVICE,
  service_area: {
    row: columns => `Area ${authorityName(String(columns.authority_code))}`,
    columns: {},
    words: {},
  },
  service_pathway: {
    row: columns => `Pathway “${pathwayLabel(String(columns.pathway))}”`,
    columns: {},
    words: {},
  },
  site: {
    words: { name: 'Name of the site', address: 'Address', town: 'Town' },
    row: siteRow,
    columns: SITE_COLUMNS,
  },
  // A place while it is hidden, and what it said before it was: kept apart, read and struck under its own grant.
  confidential_site: {
    words: {
      ...{ name: 'Name of the site', address: 'Address', town: 'Town' },
      ...{ postcode: 'Postcode', detail: 'What else tells where it is' },
    },
    row: siteRow,
    columns: { ...SITE_COLUMNS, postcode: text('Postcode'), detail: text('What else tells where it is') },
  },
  entry_review: REVIEW_WORDS,
  programme: {
    row: () => 'What the programme is',
    columns: columnsOfPart('programme'),
    words: wordsOfPart('programme'),
  },
  cohort: {
    words: { place: 'Place of a run' },
    row: columns =>
      `Run from ${formatDayLong(columns.starts_on as Day)}, ${String(columns.capacity)} places,`,
    columns: {
      starts_on: day('First day of a run'),
      ends_on: day('Last day of a run'),
      weekdays: {
        label: 'Days of the week of a run',
        say: kept =>
          runTimeWords({ weekdays: Array.isArray(kept) ? kept.map(Number) : [], timeOfDay: null }) ??
          'not stated',
      },
      time_of_day: {
        label: 'Time of a run',
        say: kept => (typeof kept === 'string' ? clockWords(kept) : 'not stated'),
      },
      place: text('Place of a run'),
      last_referral_on: day('Last day to refer to a run'),
      capacity: number('Places in a run'),
      taken: number('Places taken in a run'),
      waiting: number('Waiting for a run'),
      reach_children: number('Children reached by a run'),
      cancelled_reason: {
        tell: (_before, after) =>
          after
            ? `Run cancelled: ${inSentence(CANCEL_REASONS[after as CancelReason])}`
            : 'Run on again, which was cancelled',
      },
    },
  },
}

function siteRow({ name, address, town, postcode }: Columns): string {
  const words = [address, town, postcode].filter(Boolean).join(', ')
  return `Site ${quoted(String(name))}${words ? ` at ${words}` : ''}`
}
