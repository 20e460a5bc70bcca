import type { SearchService } from '@search/search-service'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { programmesOf } from '~/domain/programme/programme-queries.server'
import { arrivalOf } from '~/domain/referral/stay/arrivals.server'
import { londonDay } from '~/domain/time/calendar'
import type { CaseSearchQuery } from '~/domain/case-search/case-search'
import { type CaseSummaryWords, caseSummary } from '~/screens/case/summary'
import { parseSearchQuery } from '~/screens/results/read-query'
import { type PlacesData, placesData } from './data'
import { countForCase, pinsForCase } from '~/domain/case-search/pins-for-case.server'
import { pinsShown } from '~/screens/results/map/pins-shown'
import { readGroup } from './query-address'
import { searchForCase } from '~/domain/case-search/search-for-case.server'

/** The same for a search as an address holds it, and which parts of it could not be followed. */
export async function placesAsked(
  app: DomainContext & { search: SearchService },
  viewer: SignedInViewer,
  caseId: string,
  params: URLSearchParams,
) {
  const { query, problems } = parseSearchQuery(params, londonDay(app.clock()))
  const places = await placesForCase(app, viewer, caseId, { ...query, group: readGroup(params) })
  return places && { ...places, problems }
}

/** The pins of the group that an address asks for, or null where there is no such case. */
export async function casePinsFor(
  app: DomainContext & { search: SearchService },
  viewer: SignedInViewer,
  caseId: string,
  params: URLSearchParams,
) {
  const { query } = parseSearchQuery(params, londonDay(app.clock()))
  const pins = await pinsForCase(app, viewer, caseId, { ...query, group: readGroup(params) })
  return pins && pinsShown(pins, londonDay(app.clock()))
}

/** How many services that group holds, or null where there is no such case. */
export function caseCountFor(
  app: DomainContext & { search: SearchService },
  viewer: SignedInViewer,
  caseId: string,
  params: URLSearchParams,
) {
  const { query } = parseSearchQuery(params, londonDay(app.clock()))
  return countForCase(app, viewer, caseId, { ...query, group: readGroup(params) })
}

/** What the page of places shows for a case of the viewer's team, or null where there is no such case. */
async function placesForCase(
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
  const { programmes, arrivedOn } = await asViewer(app.db, viewer, async trx => ({
    programmes: await programmesOf(trx, ids, londonDay(now)),
    arrivedOn: await arrivalOf(trx, caseId),
  }))
  const { releaseOn, facts } = found
  return {
    summary: caseSummary({ ...found, arrivedOn }, londonDay(now)),
    found: placesData({
      caseId,
      releaseOn,
      avoid: facts.avoid,
      release: facts.release,
      query,
      result,
      programmes,
      now,
    }),
  }
}
