import type { ServiceDocument } from '@search/document'
import type { SearchEngine } from '@search/search-engine'
import { searchQuery, type SearchQuery } from '@search/search-query'
import { NOW } from './make-document'

/** A search by a professional at the contract's instant, with what is given. */
export function ask(engine: SearchEngine, asked: Partial<SearchQuery>) {
  return engine.search(searchQuery({ audience: 'professional', now: NOW, pageSize: 100, ...asked }))
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
