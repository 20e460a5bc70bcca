import type { ServiceDocument } from '@search/document'
import type { SearchEngine } from '@search/search-engine'
import { searchQuery, type SearchQuery } from '@search/search-query'
import { londonDay } from '~/domain/time/calendar'
import { NOW } from './make-document'

/** A search by a professional at the contract's instant, with what is given. */
export function ask(engine: SearchEngine, asked: Partial<SearchQuery>) {
  const now = asked.now ?? NOW
  const as = { audience: 'professional', now, today: londonDay(now), pageSize: 100 } as const
  return engine.search(searchQuery({ ...as, ...asked }))
}

/** The names of what a search finds, in its order. */
export async function namesFound(
  engine: SearchEngine,
  documents: readonly ServiceDocument[],
  asked: Partial<SearchQuery>,
): Promise<string[]> {
  const { hits } = await ask(engine, asked)
  const names = new Map(documents.map(document => [document.id, document.name]))
  return hits.map(hit => names.get(hit.id) ?? `unknown ${hit.id}`)
}
