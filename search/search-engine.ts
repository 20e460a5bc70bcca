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

/** A service as one engine holds it: plain values by name. What time alone alters in it are its days and instants. */
export interface HeldService {
  id: string
  freeSince: number | null
  freeOn: readonly number[]
  expectedDays: readonly number[]
  firstFreeDay?: number | null
}

/** What an engine holds, to be looked through and put right. */
export interface HeldServices {
  /** Everything held, or what is held of these ids. */
  contents(ids?: readonly string[]): AsyncIterable<HeldService> | Iterable<HeldService>
  /** How the engine would hold a document. */
  heldAs(document: ServiceDocument): HeldService
  index(documents: readonly ServiceDocument[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
}

/**
 * One search engine. `index` replaces documents whole and resolves when a search would find them; `remove` ignores ids
 * it does not hold; `rebuild` replaces everything, keeps answering meanwhile, and loses no change made while it runs.
 * `isFilled` is false of an index that is new or was lost: it must be rebuilt before it is told of changes.
 */
export interface SearchEngine extends HeldServices {
  search(query: SearchQuery): Promise<SearchResult>
  /** How many services each search would find, in their order, and nothing else of them. */
  counts(queries: readonly SearchQuery[]): Promise<readonly number[]>
  suggest(prefix: string, audience: Audience): Promise<readonly Suggestion[]>
  isFilled(): Promise<boolean>
  rebuild(documents: DocumentSource): Promise<void>
  health(): Promise<EngineHealth>
}

/** How many suggestions are offered at once. */
export const SUGGESTIONS = 8
