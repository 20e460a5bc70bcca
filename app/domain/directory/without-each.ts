import { searchChips } from './search-chips'
import type { DirectoryQuery } from './search-query'

interface Without<Query> {
  /** What is taken away, as its chip says it. */
  text: string
  without: Query
}

/** A search without each of its filters, and without each part of its words that is given, as their chips take them away. */
export function withoutEach<Query extends DirectoryQuery>(
  query: Query,
  read: readonly { text: string; words: string }[] = [],
): Without<Query>[] {
  const searches: Query[] = []
  const chips = searchChips(query, read, without => String(searches.push({ ...query, ...without }) - 1))
  return chips.flatMap(({ text, withoutIt }) => {
    const without = searches[Number(withoutIt)]
    return without ? [{ text, without }] : []
  })
}
