import type { Facet } from '@search/facet'
import type { Place } from '../area/place'
import { formatDayLong } from '../time/calendar'
import { facetChipLabel } from './facet-label'
import { type DirectoryQuery, withFacetToggled } from './search-query'

export interface SearchChip {
  text: string
  /** The same page without this filter. */
  withoutIt: string
}

/** What was read in the words of a search and its filters in force, each with the address of the search without it, as `addressOf` writes one. */
export function searchChips<Query extends DirectoryQuery>(
  query: Query,
  read: readonly { text: string; words: string }[],
  addressOf: (query: Query) => string,
): SearchChip[] {
  const without = (change: Partial<DirectoryQuery>) => addressOf({ ...query, page: 1, ...change })
  const { near, vacancy, confirmedRecently } = query
  const sort = query.sort === 'distance' ? null : query.sort
  return [
    ...read.map(({ text, words }) => ({ text, withoutIt: without({ words }) })),
    ...(near?.place
      ? [{ text: nearWords(near.miles, near.place), withoutIt: without({ near: null, sort }) }]
      : []),
    ...(vacancy === null ? [] : [{ text: vacancyWords(vacancy), withoutIt: without({ vacancy: null }) }]),
    ...(confirmedRecently
      ? [{ text: 'Confirmed recently', withoutIt: without({ confirmedRecently: false }) }]
      : []),
    ...facetChips(query, addressOf),
  ]
}

/** ' within 15 miles of Sunderland', ' in Northumberland', to follow how many there are; '' where no place is given, or none is known. */
export function nearPhrase({ near }: DirectoryQuery): string {
  if (!near?.place) return ''
  const words = nearWords(near.miles, near.place)
  return ` ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

/** Said where the place typed is not known: the list is not narrowed by it. Null where there is nothing to say. */
export function notFoundWords({ near }: DirectoryQuery): string | null {
  if (near === null || near.place !== null) return null
  return `‘${near.text}’ was not found, so services are shown wherever they are.`
}

/** 'Within 15 miles of Sunderland'; of an area, within whose bounds it is looked for however many miles: 'In Northumberland'. */
function nearWords(miles: number, { label, isArea }: Place): string {
  return isArea ? `In ${label}` : `Within ${miles} miles of ${label.replace(/^near /, '')}`
}

function vacancyWords(vacancy: NonNullable<DirectoryQuery['vacancy']>): string {
  return vacancy === 'now' ? 'Free now' : `Free on ${formatDayLong(vacancy.by)}`
}

function facetChips<Query extends DirectoryQuery>(
  query: Query,
  addressOf: (query: Query) => string,
): SearchChip[] {
  return Object.entries(query.facets).flatMap(([name, values]) =>
    values.map(value => {
      const facet = name as Facet
      const { facets, page } = withFacetToggled(query, facet, value)
      return { text: facetChipLabel(facet, value), withoutIt: addressOf({ ...query, facets, page }) }
    }),
  )
}
