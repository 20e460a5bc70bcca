import { type Audience, type SearchQuery, searchQuery } from '@search/search-query'
import { authoritiesNear } from '../area/place'
import { londonDay } from '../time/calendar'
import type { DirectoryQuery } from './search-query'

/** What people are shown on one page of results. */
export const PAGE_SIZE = 20

/** A search as the engines take it. A place nobody knows narrows nothing: the page says it was not found. */
export function engineQuery(query: DirectoryQuery, audience: Audience, now: Date): SearchQuery {
  const { words, facets, vacancy, confirmedRecently, sort, page } = query
  const near = nearOf(query)
  return searchQuery({
    audience,
    now,
    today: londonDay(now),
    words,
    facets,
    vacancy,
    confirmedRecently,
    near,
    sort,
    page,
    pageSize: PAGE_SIZE,
  })
}

/** A service that shows no place is near when it covers an authority within reach. */
function nearOf({ near }: DirectoryQuery): SearchQuery['near'] {
  const place = near?.place ?? null
  if (near === null || place === null) return null
  const { lat, lng } = place
  return { lat, lng, miles: near.miles, authorities: authoritiesNear(lat, lng, near.miles) }
}
