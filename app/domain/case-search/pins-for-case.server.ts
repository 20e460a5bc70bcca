import type { SearchService } from '@search/search-service'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { teamCase } from '../case/record/team-case.server'
import type { DomainContext } from '../context'
import { searchAsTyped } from '../directory/search-as-typed.server'
import { type ServicePin, servicePins } from '../directory/service-pins.server'
import { londonDay } from '../time/calendar'
import type { CaseSearchQuery } from './case-search'
import { groupedHits } from './grouped-hits.server'
import { dayOfNeed } from './running-search'
import { searchUnavoided } from './search-unavoided.server'

/**
 * The pins of the whole group a search for a case shows: none of what the person avoids. The page has kept that it was searched;
 * this adds nothing to it. Null where the case is not an open one of the viewer's team.
 */
export async function pinsForCase(
  app: DomainContext & { search: SearchService },
  viewer: SignedInViewer,
  caseId: string,
  query: CaseSearchQuery,
): Promise<ServicePin[] | null> {
  const now = app.clock()
  const found = await teamCase(app, viewer, caseId, 'case.decide')
  if (found === null) return null
  const typed = { audience: 'professional', now, all: true } as const
  const { answer, reading } = await searchAsTyped(searchUnavoided(app, viewer, found), query, typed)
  const hits = answer.hits.filter(hit => hit.position !== null)
  const search = { viewer, found, query, reading, hits, now }
  return asViewer(app.db, viewer, async trx => {
    const members = (await groupedHits(trx, search)).filter(each => each.group === query.group)
    const ids = new Set(members.map(each => each.id))
    const shown = search.hits.filter(hit => ids.has(hit.id))
    return servicePins(trx, shown, dayOfNeed(search) ?? londonDay(now), now)
  })
}
