import type { Kysely } from 'kysely'
import type { SearchService } from '@search/search-service'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import { londonDay } from '../region/calendar'
import { type DirectoryPage, directoryPage } from './directory-page'
import { parseSearchQuery } from './parse-search-query'
import { asksForMoreThanPublic, publicPartOf } from './public-search'
import { searchDirectory } from './search-directory.server'

interface SearchContext {
  db: Kysely<DB>
  search: SearchService
  clock: () => Date
}

/**
 * The directory's page for a search as an address holds it. Of somebody signed out, what is asked of vacancies and
 * policies is left out before anything is searched, and the page says so.
 */
export async function directoryPageFor(
  app: SearchContext,
  viewer: Viewer,
  params: URLSearchParams,
): Promise<DirectoryPage> {
  const now = app.clock()
  const { query: asked, problems } = parseSearchQuery(params, londonDay(now))
  const isPublic = viewer.kind === 'public'
  const query = isPublic ? publicPartOf(asked) : asked
  const result = await searchDirectory(app, viewer, query)
  const leftOut = isPublic && asksForMoreThanPublic(asked)
  return {
    ...directoryPage(query, result, isPublic ? 'public' : 'professional', now),
    problems: isPublic ? problems.filter(problem => problem.field !== 'by') : problems,
    signInNote: leftOut ? 'left-out' : isPublic ? 'offered' : null,
  }
}
