import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { Group } from '../eligibility/decision'
import { londonDay } from '../time/calendar'
import type { CaseSearchQuery } from './case-search'

export interface LoggedSearch {
  query: CaseSearchQuery
  /** Whether figures of need may count it: need-evidence.ts. */
  isEvidence: boolean
  counts: Readonly<Record<Group | 'placesToLive', number>>
}

/**
 * Keeps a search for a case: once a day for the same criteria, with how many services came out where, how many of the eligible
 * are places to live, and whether it is evidence of need; once the answers that decide are known, the same search is kept again.
 * Criteria are codes; typed words are kept as a keyed hash, and a place as the authorities it lies in.
 */
export async function logCaseSearch(
  trx: Transaction<DB>,
  keys: KeyRing,
  caseId: string,
  { query, isEvidence, counts }: LoggedSearch,
  now: Date,
): Promise<void> {
  const criteria = JSON.stringify({ isEvidence, ...codedCriteria(keys, query) })
  await trx
    .insertInto('caseSearch')
    .values({
      id: newId(),
      caseId,
      searchedOn: londonDay(now),
      criteria,
      criteriaHash: createHash('sha256').update(criteria).digest('hex'),
      counts: JSON.stringify(counts),
    })
    .onConflict(conflict => conflict.columns(['caseId', 'searchedOn', 'criteriaHash']).doNothing())
    .execute()
}

/** In one fixed order, so that equal searches have equal hashes. */
function codedCriteria(keys: KeyRing, { words, facets, vacancy, confirmedRecently, near }: CaseSearchQuery) {
  const ticked = Object.entries(facets).map(([facet, values]) => [facet, [...values].sort()] as const)
  return {
    words: words === '' ? null : keys.lookupHash(words).toString('hex'),
    facets: Object.fromEntries(ticked.sort(([a], [b]) => (a < b ? -1 : 1))),
    vacancy,
    confirmedRecently,
    near: near?.place ? { authorities: [...near.place.authorities].sort(), miles: near.miles } : null,
  }
}
