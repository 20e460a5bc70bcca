import type { SignedInViewer } from '@db/viewer'
import { PROVIDER_ROLES, type Role } from '../account/account'
import { OLD_WORDS_STRUCK } from '../words/struck'
import type { RecordChange, TableWords } from './change-words'

/** Old words that a change did away with, which can be struck out: the change, and where in it they lie. */
export interface OldWords {
  changeId: string
  place: string
  /** 'Phone', 'Room 3, Name'. */
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

/** The old words of a change that are there to be struck out. */
export function oldWordsIn(change: RecordChange, words: TableWords | undefined): OldWords[] {
  return Object.entries(words?.words ?? {}).flatMap(([place, label]) => {
    const was = wordsAt(change.before, place)
    const since = wordsAt(change.after, place)
    if (was.every(word => word === OLD_WORDS_STRUCK || since.includes(word))) return []
    const called = change.called === null ? label : `${change.called}, ${label}`
    return [{ changeId: change.id, place, label: called }]
  })
}

function wordsAt(columns: Readonly<Record<string, unknown>>, place: string): string[] {
  const held = place
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : null),
      columns,
    )
  return (Array.isArray(held) ? held : [held]).filter(
    (word): word is string => typeof word === 'string' && word !== '',
  )
}
