import type { Day } from '../time/calendar'
import type { ListedPerson } from './read-list'

/** What a release list says that the one before, or the case, does not. Safe for the browser. */

/** Somebody on the list as it is kept, known by the hash of the number alone. */
export interface KeptEntry {
  id: string
  key: string
  releaseOn: Day
  sex: ListedPerson['sex']
}

/** The team's latest case of a person on the file. */
export interface KnownCase {
  caseId: string
  key: string
  releaseOn: Day | null
  isClosed: boolean
}

export interface ListChange {
  kind: 'new' | 'moved' | 'gone' | 'unchanged'
  /** The hash of the prison number. */
  key: string
  sex: ListedPerson['sex']
  /** Null for who is no longer on the list: nobody knows the number. */
  prisonNumber: string | null
  /** As the list before, or the case, had it. */
  from: Day | null
  to: Day | null
  /** The entry that is replaced or taken off. */
  entryId: string | null
  known: KnownCase | null
}

/**
 * The changes in the order of the file, then who is no longer on it. An entry whose day has passed is history: it neither moves nor
 * goes, and a later day of the same person is a new release.
 */
export function compareList(
  file: readonly (ListedPerson & { key: string })[],
  kept: readonly KeptEntry[],
  known: readonly KnownCase[],
  today: Day,
): ListChange[] {
  const caseOf = new Map(known.map(each => [each.key, each]))
  const listed = new Set(file.map(({ key }) => key))
  const changes = file.map(person => changeOf(person, kept, caseOf.get(person.key) ?? null, today))
  const gone = kept
    .filter(({ key, releaseOn }) => releaseOn >= today && !listed.has(key))
    .map(({ id, key, releaseOn, sex }) => ({
      kind: 'gone' as const,
      key,
      sex,
      prisonNumber: null,
      from: releaseOn,
      to: null,
      entryId: id,
      known: caseOf.get(key) ?? null,
    }))
  return [...changes, ...gone]
}

function changeOf(
  { key, sex, prisonNumber, releaseOn }: ListedPerson & { key: string },
  kept: readonly KeptEntry[],
  known: KnownCase | null,
  today: Day,
): ListChange {
  const own = kept.filter(each => each.key === key)
  const same = own.find(each => each.releaseOn === releaseOn)
  const other = own.find(each => each.releaseOn >= today && each.releaseOn !== releaseOn)
  const isElsewhere = known !== null && !known.isClosed && known.releaseOn !== releaseOn
  const change = { key, sex, prisonNumber, to: releaseOn, known, entryId: null }
  if (same)
    return isElsewhere
      ? { ...change, kind: 'moved', from: known.releaseOn }
      : { ...change, kind: 'unchanged', from: releaseOn }
  if (other) return { ...change, kind: 'moved', from: other.releaseOn, entryId: other.id }
  return { ...change, kind: 'new', from: isElsewhere ? known.releaseOn : null }
}
