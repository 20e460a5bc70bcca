import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { Group } from '../eligibility/decision'
import { londonDay } from '../region/calendar'
import type { CaseSearchQuery } from './case-search'

/**
 * Keeps a search for a case as evidence of need: once a day for the same criteria, with how many services came out where
 * and how many of the eligible are places to live.
 * Criteria are codes; typed words are kept as a keyed hash, and a place as the authorities it lies in.
 */
export async function logCaseSearch(
  trx: Transaction<DB>,
  keys: KeyRing,
  caseId: string,
  query: CaseSearchQuery,
  counts: Readonly<Record<Group | 'placesToLive', number>>,
  now: Date,
): Promise<void> {
  const criteria = JSON.stringify(codedCriteria(keys, query))
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
