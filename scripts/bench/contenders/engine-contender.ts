import type { SearchEngine } from '@search/search-engine'
import type { Contender } from './contender'

/** One of the product's own engines. */
export function engineContender(
  name: string,
  engine: Pick<SearchEngine, 'search'>,
  stop: () => Promise<void> = () => Promise.resolve(),
): Contender {
  return { name, stop, search: async query => (await engine.search(query)).total }
}
