import type { SearchService } from '@search/search-service'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { LoadedCase } from '../case/record/case-row.server'
import { teamCase } from '../case/record/team-case.server'
import type { DomainContext } from '../context'
import { searchAsTyped } from '../directory/search-as-typed.server'
import { isAvoided } from '../eligibility/avoid'
import type { ServiceFacts } from '../eligibility/service-facts'
import type { CaseSearchQuery, CaseSearchResult } from './case-search'
import { asksForCouncils, isCouncil } from './councils'
import { countAreas } from './count-areas'
import { countsWithout } from './counts-without.server'
import { decideHits } from './decide-hits.server'
import { groupedHits } from './grouped-hits.server'
import { searchUnavoided } from './search-unavoided.server'
import { filtersThatWouldBring } from './would-bring.server'

export interface CaseSearch {
  found: LoadedCase
  result: CaseSearchResult
}

/**
 * The services that match, every one decided for the case, in groups. What the person avoids is in no group, count or log.
 * Null where the case is not an open one of the viewer's team.
 */
export async function searchForCase(
  app: DomainContext & { search: SearchService },
  viewer: SignedInViewer,
  caseId: string,
  query: CaseSearchQuery,
): Promise<CaseSearch | null> {
  const now = app.clock()
  const found = await teamCase(app, viewer, caseId, 'case.search')
  if (found === null) return null
  const typed = { audience: 'professional', now, all: true } as const
  const {
    answer,
    query: everything,
    reading,
    step,
  } = await searchAsTyped(searchUnavoided(app, viewer, found), query, typed)
  const { avoid } = found.facts
  const isLeftOut = (service: ServiceFacts) =>
    isAvoided(avoid, service) || (isCouncil(service) && !asksForCouncils(query))
  const { facets, vacancies } = await countsWithout(app, viewer, isLeftOut, everything, answer)
  const decidedPart = await asViewer(app.db, viewer, trx =>
    decideHits(app, trx, { viewer, found, query, reading, hits: answer.hits, now }),
  )
  // An area that is chosen keeps the others' services out of what was decided.
  const byAuthority = query.facets.authority?.length
    ? await countedEverywhere(app, viewer, found, query)
    : decidedPart.byAuthority
  // Only where nothing fits: it is asked and decided once more for every filter.
  const filters =
    decidedPart.whatElse === null || query.group !== 'eligible'
      ? []
      : await filtersThatWouldBring(app, viewer, found, query)
  const wouldBring = { ...decidedPart.wouldBring, filters }
  return {
    found,
    result: {
      ...decidedPart,
      wouldBring,
      byAuthority,
      facets,
      vacancies,
      group: query.group,
      degraded: answer.degraded,
      reading,
      step,
    },
  }
}

async function countedEverywhere(
  app: DomainContext & { search: SearchService },
  viewer: SignedInViewer,
  found: LoadedCase,
  query: CaseSearchQuery,
): Promise<Record<string, number>> {
  const now = app.clock()
  const everywhere = { ...query, facets: { ...query.facets, authority: [] } }
  const typed = { audience: 'professional', now, all: true } as const
  const { answer, reading } = await searchAsTyped(searchUnavoided(app, viewer, found), everywhere, typed)
  const search = { viewer, found, query, reading, hits: answer.hits, now }
  return asViewer(app.db, viewer, async trx => countAreas(await groupedHits(trx, search), query.group))
}
