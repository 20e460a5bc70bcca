import type { SearchService } from '@search/search-service'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { programmesOf } from '../programme/programme-queries.server'
import { londonDay } from '../time/calendar'
import type { CaseSearchQuery } from '../case-search/case-search'
import { type CaseSummaryWords, caseSummary } from './case-summary'
import { type PlacesData, placesData } from './places-data'
import { searchForCase } from '../case-search/search-for-case.server'

/** What the page of places shows for a case of the viewer's team, or null where there is no such case. */
export async function placesForCase(
  app: DomainContext & { search: SearchService },
  viewer: SignedInViewer,
  caseId: string,
  query: CaseSearchQuery,
): Promise<{ summary: CaseSummaryWords; found: PlacesData } | null> {
  const searched = await searchForCase(app, viewer, caseId, query)
  if (searched === null) return null
  const now = app.clock()
  const { found, result } = searched
  const ids = result.hits.map(hit => hit.id)
  const programmes = await asViewer(app.db, viewer, trx => programmesOf(trx, ids, londonDay(now)))
  const { releaseOn, facts } = found
  return {
    summary: caseSummary(found, londonDay(now)),
    found: placesData({ caseId, releaseOn, avoid: facts.avoid, query, result, programmes, now }),
  }
}
