import MiniSearch, { type SearchResult } from 'minisearch'
import { searchableTexts, type ServiceDocument } from '@search/document'
import { facetValues, selectedFacets } from '@search/facet'
import { milesBetween } from '@search/geography'
import type { SearchQuery } from '@search/search-query'
import type { Contender } from './contender'

/** MiniSearch out of the box over the same texts, with its fuzzy and prefix search; it counts no facets. */
export function rawMiniSearch(documents: readonly ServiceDocument[]): Promise<Contender> {
  const fields = searchableTexts(documents[0] as ServiceDocument).map((_, at) => `text${at}`)
  const index = new MiniSearch<Record<string, unknown>>({ fields, storeFields: ['service'] })
  index.addAll(
    documents.map(service => ({
      id: service.id,
      service,
      ...Object.fromEntries(searchableTexts(service).map((text, at) => [`text${at}`, text])),
    })),
  )
  return Promise.resolve({
    name: 'minisearch',
    search: query => Promise.resolve(found(index, query)),
    stop: () => Promise.resolve(),
  })
}

function found(index: MiniSearch<Record<string, unknown>>, query: SearchQuery): number {
  const { near } = query
  const text = query.words.trim() === '' ? MiniSearch.wildcard : query.words
  const hits = index.search(text, {
    prefix: true,
    fuzzy: 0.2,
    filter: ({ service }) => passes(service as ServiceDocument, query),
  })
  if (near !== null) {
    const milesTo = (hit: SearchResult) =>
      milesBetween(near, (hit.service as ServiceDocument).position ?? near)
    hits.sort((a, b) => milesTo(a) - milesTo(b))
  }
  hits.slice(0, query.pageSize)
  return hits.length
}

function passes(service: ServiceDocument, { facets, near }: SearchQuery): boolean {
  const isTicked = selectedFacets(facets).every(facet =>
    facetValues(service, facet).some(value => facets[facet]?.includes(value)),
  )
  if (!isTicked || near === null) return isTicked
  return service.position !== null && milesBetween(near, service.position) <= near.miles
}
