import type { SearchService } from '@search/search-service'
import type { Viewer } from '@db/viewer'

const LONGEST = 60

/** The names of services, each once, that complete what somebody has typed; the public is offered public services only. */
export async function suggestNames(
  app: { search: SearchService },
  viewer: Viewer,
  typed: string,
): Promise<string[]> {
  const prefix = typed.trim().slice(0, LONGEST)
  if (prefix === '') return []
  const audience = viewer.kind === 'public' ? 'public' : 'professional'
  const suggestions = await app.search.suggest(prefix, audience)
  return [...new Set(suggestions.map(suggestion => suggestion.name))]
}
