import type { Facet, FacetCounts } from '@search/facet'
import { type DirectoryQuery, usualSort } from './search-query'

/** Facets that tell what of a policy only signed-in professionals read (product.md, "Who uses it"). */
const POLICY_FACETS: readonly Facet[] = ['complexNeeds']

/** True when a facet tells what the public does not read of a policy. */
export function isPolicyFacet(facet: Facet): boolean {
  return POLICY_FACETS.includes(facet)
}

/** A search as somebody signed out may make it: nothing asked of vacancies or policies is left in it. */
export function publicPartOf(query: DirectoryQuery): DirectoryQuery {
  const facets = Object.fromEntries(
    Object.entries(query.facets).filter(([facet]) => !isPolicyFacet(facet as Facet)),
  )
  const sort = query.sort === 'available' ? usualSort(query) : query.sort
  return { ...query, facets, vacancy: null, confirmedRecently: false, sort }
}

/** True when a search asks for something that only those who are signed in may ask. */
export function asksForMoreThanPublic(query: DirectoryQuery): boolean {
  const ticked = Object.entries(query.facets).some(
    ([facet, values]) => values.length > 0 && isPolicyFacet(facet as Facet),
  )
  return ticked || query.vacancy !== null || query.confirmedRecently || query.sort === 'available'
}

/** The counts beside the filters the public has: a count narrowed to one service would tell its policy. */
export function publicCounts(counts: FacetCounts): Partial<FacetCounts> {
  return Object.fromEntries(Object.entries(counts).filter(([facet]) => !isPolicyFacet(facet as Facet)))
}
