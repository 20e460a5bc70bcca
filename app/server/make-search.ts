import type { Logger } from 'pino'
import { createInsideEngine, type InsideEngine } from '@search/inside/inside-engine'
import { createMeilisearchEngine } from '@search/meilisearch/meilisearch-engine'
import type { SearchEngine } from '@search/search-engine'
import { createSearchService, type SearchService } from '@search/search-service'
import type { ServerConfig } from '~/config/config'

export interface MadeSearch {
  service: SearchService
  inside: InsideEngine
  meilisearch: SearchEngine | null
}

/** The engine inside the process, empty, and Meilisearch beside it when one is configured. */
export function makeSearch(
  config: Pick<ServerConfig, 'meilisearch'>,
  log: Logger,
  clock: () => Date,
): MadeSearch {
  const inside = createInsideEngine()
  const meilisearch = config.meilisearch ? createMeilisearchEngine(config.meilisearch) : null
  return { service: createSearchService({ inside, meilisearch, log, clock }), inside, meilisearch }
}
