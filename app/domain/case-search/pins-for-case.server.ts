import type { Transaction } from 'kysely'
import type { SearchService } from '@search/search-service'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { teamCase } from '../case/record/team-case.server'
import type { DomainContext } from '../context'
import { searchAsTyped } from '../directory/search-as-typed.server'
import { type ServicePin, servicePins } from '../directory/service-pins.server'
import { londonDay } from '../time/calendar'
import type { CaseSearchQuery } from './case-search'
import { groupedHits } from './grouped-hits.server'
import { dayOfNeed, type RunningSearch } from './running-search'
import { searchUnavoided } from './search-unavoided.server'

type App = DomainContext & { search: SearchService }

/**
 * The pins of the whole group a search for a case shows: none of what the person avoids. The page has kept that it was searched;
 * this adds nothing to it. Null where the case is not an open one of the viewer's team.
 */
export async function pinsForCase(
  app: App,
  viewer: SignedInViewer,
  caseId: string,
  query: CaseSearchQuery,
): Promise<ServicePin[] | null> {
  const search = await startSearch(app, viewer, caseId, query)
  if (search === null) return null
  const placed = { ...search, hits: search.hits.filter(hit => hit.position !== null) }
  return asViewer(app.db, viewer, async trx => {
    const ids = await shownGroup(trx, placed)
    const shown = placed.hits.filter(hit => ids.has(hit.id))
    return servicePins(trx, shown, dayOfNeed(search) ?? londonDay(search.now), search.now)
  })
}

/** How many services that group holds, under the same rules; null where there is no such case. */
export async function countForCase(
  app: App,
  viewer: SignedInViewer,
  caseId: string,
  query: CaseSearchQuery,
): Promise<number | null> {
  const search = await startSearch(app, viewer, caseId, query)
  if (search === null) return null
  return asViewer(app.db, viewer, async trx => (await shownGroup(trx, search)).size)
}

async function startSearch(
  app: App,
  viewer: SignedInViewer,
  caseId: string,
  query: CaseSearchQuery,
): Promise<RunningSearch | null> {
  const now = app.clock()
  const found = await teamCase(app, viewer, caseId, 'case.decide')
  if (found === null) return null
  const typed = { audience: 'professional', now, all: true } as const
  const { answer, reading } = await searchAsTyped(searchUnavoided(app, viewer, found), query, typed)
  return { viewer, found, query, reading, hits: answer.hits, now }
}

async function shownGroup(trx: Transaction<DB>, search: RunningSearch): Promise<Set<string>> {
  const members = (await groupedHits(trx, search)).filter(each => each.group === search.query.group)
  return new Set(members.map(each => each.id))
}
