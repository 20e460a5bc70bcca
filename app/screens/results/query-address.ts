import type { Facet } from '@search/facet'
import {
  type DirectoryQuery,
  FACET_PARAMS,
  OPEN_PARAM,
  openNamed,
  sortNamed,
} from '~/domain/directory/search-query'

/** The search as address parameters, always in the same order, so that equal searches have equal addresses. */
export function toParams(query: DirectoryQuery): URLSearchParams {
  const params = new URLSearchParams()
  if (query.words !== '') params.set('q', query.words)
  for (const [facet, name] of Object.entries(FACET_PARAMS)) {
    for (const value of [...(query.facets[facet as Facet] ?? [])].sort()) params.append(name, value)
  }
  if (query.vacancy === 'now') params.set('vacancy', 'now')
  else if (query.vacancy !== null) params.set('by', query.vacancy.by)
  if (query.confirmedRecently) params.set('confirmed', 'yes')
  if (query.near !== null) {
    params.set('near', query.near.text)
    params.set('miles', String(query.near.miles))
  }
  const sort = sortNamed(query)
  if (sort !== undefined) params.set('sort', sort)
  if (query.page > 1) params.set('page', String(query.page))
  for (const name of openNamed(query)) params.append(OPEN_PARAM, name)
  return params
}
