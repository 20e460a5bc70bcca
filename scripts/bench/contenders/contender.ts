import type { ServiceDocument } from '@search/document'
import type { SearchQuery } from '@search/search-query'

/** Something that can answer the same searches. */
export interface Contender {
  name: string
  /** How many it found: a contender that finds nothing measures nothing. */
  search(query: SearchQuery): Promise<number>
  stop(): Promise<void>
}

/** Makes one that holds a region's services; null where it cannot be had. */
export type MakeContender = (documents: readonly ServiceDocument[]) => Promise<Contender | null>
