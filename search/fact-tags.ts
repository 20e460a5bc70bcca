import { facets, facetValues } from './facet'
import type { ServiceDocument } from './document'
import type { AnyOfTags, Audience } from './search-query'

/**
 * Everything that is so of a service, as tags a search may ask for: a facet's value as `facet:value`, and the facts that
 * are no facet. What a policy says of risk and need is among them for professionals alone.
 */
export function tagsOf(document: ServiceDocument, audience: Audience): string[] {
  const ofFacets = facets.flatMap(facet => facetValues(document, facet).map(value => `${facet}:${value}`))
  const hidden = audience === 'professional' ? document.professionalFacts : []
  return [...ofFacets, ...document.facts, ...hidden]
}

/** How many of the facts that are preferred a service lacks. */
export function countMissing(preferred: readonly AnyOfTags[], has: (tag: string) => boolean): number {
  return preferred.filter(anyOf => !anyOf.some(has)).length
}
