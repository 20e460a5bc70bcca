import type { SignedInViewer } from '@db/viewer'
import { PROVIDER_ROLES, type Role } from '../account/account'
import { OLD_WORDS_STRUCK, quoted } from '../words/struck'
import type { RecordChange, TableWords } from './change-words'

/** Old words that a change did away with, which can be struck out: the change, and where in it they lie. */
export interface OldWords {
  changeId: string
  /** 'phone', 'criteria.sexNote', of a list 'languages.1'. */
  place: string
  /** 'Phone', 'Room 3, Name', 'Languages spoken “Polish”'. */
  label: string
}

const CORRECTS_OWN: readonly Role[] = ['provider_manager', 'council_officer']
const KEEPERS: readonly Role[] = ['editor', 'administrator']

/**
 * Who strikes words out of the history of a row: whoever corrects it, of its own organisation, and editors and administrators of any.
 * `corrects_record` in the database says the same.
 */
export function mayStrikeOld(
  { role, organisationId }: SignedInViewer,
  { table, whose }: { table: string; whose: string | null },
): boolean {
  if (KEEPERS.includes(role)) return true
  const own: readonly Role[] = table === 'bedspace' ? PROVIDER_ROLES : CORRECTS_OWN
  return organisationId === whose && own.includes(role)
}

/** The old words of a change that are there to be struck out, each word of a list by itself. */
export function oldWordsIn(change: RecordChange, words: TableWords | undefined): OldWords[] {
  return Object.entries(words?.words ?? {}).flatMap(([column, label]) => {
    const since = wordsAt(change.after, column).map(({ word }) => word)
    return wordsAt(change.before, column)
      .filter(({ word }) => word !== OLD_WORDS_STRUCK && !since.includes(word))
      .map(({ word, place, isOne }) => {
        const said = isOne ? label : `${label} ${quoted(word)}`
        return {
          changeId: change.id,
          place,
          label: change.called === null ? said : `${change.called}, ${said}`,
        }
      })
  })
}

/** The column that a place lies in: 'languages' of 'languages.1'. */
export function columnOfPlace(place: string): string {
  return place.replace(/\.\d+$/, '')
}

/** Whether the words at a place of what a change did away with were struck out. */
export function isStruckAt(before: unknown, place: string): boolean {
  return valueAt(before, place) === OLD_WORDS_STRUCK
}

function valueAt(columns: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : null),
      columns,
    )
}

function wordsAt(columns: Readonly<Record<string, unknown>>, column: string) {
  const held = valueAt(columns, column)
  const isOne = !Array.isArray(held)
  const each: readonly unknown[] = Array.isArray(held) ? held : [held]
  return each.flatMap((word, nth) =>
    typeof word === 'string' && word !== ''
      ? [{ word, place: isOne ? column : `${column}.${nth}`, isOne }]
      : [],
  )
}
