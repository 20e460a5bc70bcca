import type { Audience } from '@search/search-query'
import type { SearchService } from '@search/search-service'
import { searchAsTyped } from './search-as-typed.server'
import type { DirectoryQuery } from './search-query'
import { withoutEach } from './without-each'

/** A filter, and how many services match the rest of a search without it. */
export interface FilterInTheWay {
  text: string
  without: DirectoryQuery
  services: number
}

/** So many searches at the most, and so many named. */
const MOST_TRIED = 8
const MOST_NAMED = 3

/** Of a search that finds nothing: which single filter taken away would find most, the most first. */
export async function filtersInTheWay(
  search: SearchService,
  query: DirectoryQuery,
  { audience, now }: { audience: Audience; now: Date },
): Promise<FilterInTheWay[]> {
  const found: FilterInTheWay[] = []
  for (const { text, without } of withoutEach(query).slice(0, MOST_TRIED)) {
    const { answer, step } = await searchAsTyped(search, without, { audience, now })
    // What gave up more of the search besides is no answer to what one filter does.
    if (step.dropped.length === 0 && answer.total > 0) found.push({ text, without, services: answer.total })
  }
  return found.toSorted((a, b) => b.services - a.services).slice(0, MOST_NAMED)
}
