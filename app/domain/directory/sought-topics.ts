import type { Facet } from '@search/facet'
import type { AskedTopic } from '../service/asked-topics'
import type { DirectoryQuery } from './search-query'

const TOPICS: Partial<Record<Facet, AskedTopic>> = {
  womenOnly: 'who',
  takesChildren: 'children',
  takesCouples: 'couples',
  acceptsPeopleFromPrison: 'from-prison',
  wheelchair: 'wheelchair',
  deliveredIn: 'where',
  prison: 'where',
}

/** What of a card a search looks for, by its filters. */
export function soughtTopics({ facets }: Pick<DirectoryQuery, 'facets'>): AskedTopic[] {
  const topics = Object.entries(facets).flatMap(([facet, values]) =>
    values.length > 0 ? (TOPICS[facet as Facet] ?? []) : [],
  )
  return [...new Set(topics)]
}
