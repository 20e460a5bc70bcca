import type { Facet } from '@search/facet'
import type { AskedTopic } from '../service/asked-topics'
import type { Reading } from './reading/reading'
import type { DirectoryQuery } from './search-query'

const TOPICS: Partial<Record<Facet, AskedTopic>> = {
  takes: 'who',
  womenOnly: 'who',
  takesChildren: 'children',
  takesCouples: 'couples',
  acceptsPeopleFromPrison: 'from-prison',
  wheelchair: 'wheelchair',
  deliveredIn: 'where',
  prison: 'where',
}

/** The same for facts that are no facet, by what stands before the colon of their tags. */
const TOPICS_OF_FACTS: Readonly<Record<string, AskedTopic>> = {
  pets: 'pets',
  ages: 'ages',
  language: 'languages',
  room: 'room',
  staffed: 'staffed',
  access: 'wheelchair',
  prison_leavers: 'from-prison',
}

/** What of a card a search looks for, by its filters and by the facts that were read in its words. */
export function soughtTopics(
  { facets }: Pick<DirectoryQuery, 'facets'>,
  { parts }: Pick<Reading, 'parts'>,
): AskedTopic[] {
  const ticked = Object.entries(facets).flatMap(([facet, values]) => (values.length > 0 ? [facet] : []))
  const read = parts.flatMap(part =>
    [...part.required, ...part.preferred].map(([tag = '']) => tag.split(':')[0] ?? ''),
  )
  const topics = [...ticked, ...read].flatMap(name => TOPICS[name as Facet] ?? TOPICS_OF_FACTS[name] ?? [])
  return [...new Set(topics)]
}
