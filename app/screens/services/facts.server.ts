import type { Kysely } from 'kysely'
import type { SearchService } from '@search/search-service'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import { londonDay } from '~/domain/time/calendar'
import type { DirectoryAnswer } from './page'
import { parseSearchQuery } from '~/screens/results/read-query'
import { asksForMoreThanPublic, publicPartOf } from '~/domain/directory/public-search'
import { pinsShown } from '~/screens/results/map/pins-shown'
import { readingShown } from '~/screens/results/reading-shown'
import { resultsShown } from '~/screens/results/result-shown'
import { directoryPins } from '~/domain/directory/service-pins.server'
import { searchAsTyped } from '~/domain/directory/search-as-typed.server'
import { hasNearest } from '~/domain/directory/search-query'
import { soughtTopics } from '~/domain/directory/sought-topics'
import { filtersInTheWay } from '~/domain/directory/filters-in-the-way.server'
import { toParams } from '~/screens/results/query-address'
import { searchDirectory } from '~/domain/directory/search-directory.server'

interface SearchContext {
  db: Kysely<DB>
  search: SearchService
  clock: () => Date
}

/**
 * What the directory's page is drawn from, for a search as an address holds it. Of somebody signed out, what is asked of
 * vacancies and policies is left out before anything is searched, and the page says so.
 */
export async function directoryAnswerFor(
  app: SearchContext,
  viewer: Viewer,
  params: URLSearchParams,
): Promise<DirectoryAnswer> {
  const now = app.clock()
  const { query, asked, problems } = readFor(viewer, params, now)
  const isPublic = viewer.kind === 'public'
  const result = await searchDirectory(app, viewer, query)
  const sought = soughtTopics(query, result.reading)
  const inTheWay =
    result.total > 0
      ? []
      : await filtersInTheWay(app.search, query, { audience: isPublic ? 'public' : 'professional', now })
  const leftOut = isPublic && asksForMoreThanPublic(asked)
  return {
    // First, so that it is sent soon after the list that says the same: compression looks no further back than 32 kB.
    results: resultsShown(result, now, sought),
    query,
    counts: result.facets,
    vacancies: result.vacancies,
    total: result.total,
    sort: result.sort,
    hasNearest: hasNearest(query, result.reading),
    read: readingShown(result.reading, result.step, result.total),
    pages: result.pages,
    inTheWay: inTheWay.map(({ text, without, services }) => ({
      text,
      address: toParams(without).toString(),
      services,
    })),
    sought,
    problems: isPublic ? problems.filter(problem => problem.field !== 'by') : problems,
    signInNote: leftOut ? 'left-out' : isPublic ? 'offered' : null,
    degraded: result.degraded,
  }
}

/** The pins of all that such a search finds, page or no page. */
export async function directoryPinsFor(app: SearchContext, viewer: Viewer, params: URLSearchParams) {
  const { query } = readFor(viewer, params, app.clock())
  return pinsShown(await directoryPins(app, viewer, query), londonDay(app.clock()))
}

/** How many services such a search finds: the number its page says. */
export async function directoryCountFor(app: SearchContext, viewer: Viewer, params: URLSearchParams) {
  const now = app.clock()
  const audience = viewer.kind === 'public' ? 'public' : 'professional'
  const { answer } = await searchAsTyped(app.search, readFor(viewer, params, now).query, { audience, now })
  return answer.total
}

/** The search an address asks for, and what of it the viewer may ask. */
function readFor(viewer: Viewer, params: URLSearchParams, now: Date) {
  const { query: asked, problems } = parseSearchQuery(params, londonDay(now))
  return { asked, query: viewer.kind === 'public' ? publicPartOf(asked) : asked, problems }
}
