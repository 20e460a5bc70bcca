import type { SearchService } from '@search/search-service'
import { wordsOf } from '@search/tokens'
import type { Viewer } from '@db/viewer'
import { authorities, outcodes, prisons } from '../area/region'
import { KIND_WORDS } from './reading/kind-words'

const LONGEST = 60
/** Of places and of kinds; the names of services fill what is left. */
const MOST_OF_EACH = 3

/** What the box can read as a place, and the word people have for each kind, folded once. */
const PLACES = folded([
  ...new Set([...outcodes.map(each => each.town), ...authorities.map(each => each.name)]),
  ...prisons.map(each => each.name),
  ...outcodes.map(each => each.outcode),
])
const KINDS = folded(KIND_WORDS.flatMap(({ words }) => words.split(', ').slice(0, 1)))

/**
 * What completes what somebody has typed, each once: places, kinds and the names of services (product.md, "Search"); the public is
 * offered public services only.
 */
export async function suggestNames(
  app: { search: SearchService },
  viewer: Viewer,
  typed: string,
): Promise<string[]> {
  const prefix = typed.trim().slice(0, LONGEST)
  if (prefix === '') return []
  const audience = viewer.kind === 'public' ? 'public' : 'professional'
  const suggestions = await app.search.suggest(prefix, audience)
  const names = suggestions.map(suggestion => suggestion.name)
  return [...new Set([...beginning(PLACES, prefix), ...beginning(KINDS, prefix), ...names])]
}

interface Completion {
  text: string
  folded: string
}

function folded(texts: readonly string[]): Completion[] {
  return texts.map(text => ({ text, folded: ` ${wordsOf(text)}` }))
}

/** Those of which a word begins so: 'HMP & YOI Durham' for 'dur'. */
function beginning(completions: readonly Completion[], prefix: string): string[] {
  const wanted = wordsOf(prefix)
  if (wanted === '') return []
  return completions
    .filter(each => each.folded.includes(` ${wanted}`))
    .slice(0, MOST_OF_EACH)
    .map(each => each.text)
}
