import type { SearchQuery } from '@search/search-query'
import { searchQuery } from '@search/search-query'
import { londonDay } from '~/domain/time/calendar'

/** What people look for, a few of each sort; one page of twenty with every facet counted. */
export function searches(now: Date): SearchQuery[] {
  const asked: Omit<Parameters<typeof searchQuery>[0], 'audience' | 'now' | 'today'>[] = [
    {},
    { words: 'marlgate' },
    { words: 'suported housing' },
    { words: 'womens refuge newcastle' },
    { words: 'sunder' },
    { facets: { womenOnly: ['yes'], takesChildren: ['yes', 'case_by_case'] } },
    { facets: { kind: ['supported_housing'], authority: ['E08000021', 'E08000024'] }, vacancy: 'now' },
    { near: { lat: 54.97, lng: -1.61, miles: 10, authorities: ['E08000021'] }, sort: 'distance' },
    { words: 'hostel', vacancy: 'now', sort: 'available' },
  ]
  return asked.map(each => searchQuery({ ...each, audience: 'professional', now, today: londonDay(now) }))
}
