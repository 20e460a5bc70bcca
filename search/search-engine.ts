import type { ServiceDocument } from './document'
import type { FacetCounts } from './facet'
import type { HighlightPart } from './highlight'
import type { Audience, SearchQuery } from './search-query'

/** A service found. `highlights` are parts of plain text, never markup: the page writes them as text. */
export interface Hit {
  id: string
  distanceMiles: number | null
  position: { lat: number; lng: number } | null
  highlights: { name: readonly HighlightPart[]; summary: readonly HighlightPart[] } | null
}

/** Counts beside the vacancy facets, each with the others as ticked. `by` counts the day asked for. */
export interface VacancyCounts {
  now: number
  by: number | null
  confirmedRecently: number
}

/** `vacancies` is null for the public. `hits` hold one page, or everything when all was asked for. */
export interface SearchResult {
  hits: readonly Hit[]
  total: number
  facets: FacetCounts
  vacancies: VacancyCounts | null
  engine: 'inside' | 'meilisearch'
}

/** A service offered while somebody types. */
export interface Suggestion {
  id: string
  name: string
  provider: string
}

export interface EngineHealth {
  ok: boolean
  documents: number
  detail: string
}

export type DocumentSource = Iterable<ServiceDocument> | AsyncIterable<ServiceDocument>

/**
 * One search engine. `index` replaces documents whole and resolves when a search would find them; `remove` ignores ids
 * it does not hold; `rebuild` replaces everything, keeps answering meanwhile, and loses no change made while it runs.
 */
export interface SearchEngine {
  search(query: SearchQuery): Promise<SearchResult>
  suggest(prefix: string, audience: Audience): Promise<readonly Suggestion[]>
  index(documents: readonly ServiceDocument[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  rebuild(documents: DocumentSource): Promise<void>
  health(): Promise<EngineHealth>
}

/** How many suggestions are offered at once. */
export const SUGGESTIONS = 8
