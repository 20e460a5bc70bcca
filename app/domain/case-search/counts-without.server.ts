import type { FacetCounts } from '@search/facet'
import { createInsideEngine } from '@search/inside/inside-engine'
import type { SearchAnswer, SearchService } from '@search/search-service'
import type { SearchQuery } from '@search/search-query'
import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { ServiceFacts } from '../eligibility/service-facts'
import { loadDocuments } from '../index/service-document.server'
import { serviceFactsOf } from '../service/service-facts.server'

type Counts = Pick<SearchAnswer, 'facets' | 'vacancies'>

/**
 * The counts beside the filters without the services left out of the search: of what the person avoids no count may tell that it
 * was there. The words and the place are matched by the engine that answered; the other filters are counted anew for them alone.
 */
export async function countsWithout(
  app: { db: Kysely<DB>; search: SearchService },
  viewer: SignedInViewer,
  isLeftOut: (service: ServiceFacts) => boolean,
  query: SearchQuery,
  counted: Counts,
): Promise<Counts> {
  const { hits } = await app.search.search({ ...query, facets: {}, vacancy: null, confirmedRecently: false })
  const ids = hits.map(hit => hit.id)
  const services = await asViewer(app.db, viewer, trx => serviceFactsOf(trx, viewer, ids))
  const leftOut = [...services.values()].filter(isLeftOut).map(service => service.id)
  if (leftOut.length === 0) return counted

  const engine = createInsideEngine()
  await engine.index(await loadDocuments(app.db, leftOut, query.now))
  const theirs = await engine.search({ ...query, words: '', near: null, box: null })
  return subtract(counted, theirs)
}

function subtract(counted: Counts, theirs: Counts): Counts {
  const facets = Object.fromEntries(
    Object.entries(counted.facets).map(([facet, counts]) => {
      const without = theirs.facets[facet as keyof FacetCounts]
      const left = Object.entries(counts).map(
        ([value, count]) => [value, count - (without[value] ?? 0)] as const,
      )
      return [facet, Object.fromEntries(left.filter(([, count]) => count > 0))]
    }),
  )
  // Every facet of `counted` is there again, none added.
  return { facets: facets as FacetCounts, vacancies: fewerVacancies(counted.vacancies, theirs.vacancies) }
}

function fewerVacancies(counted: Counts['vacancies'], theirs: Counts['vacancies']): Counts['vacancies'] {
  if (counted === null || theirs === null) return counted
  return {
    now: less(counted.now, theirs.now),
    by: counted.by === null ? null : less(counted.by, theirs.by ?? 0),
    confirmedRecently: less(counted.confirmedRecently, theirs.confirmedRecently),
  }
}

/** Never below nought: the engine may be behind the database by a change or two. */
function less(counted: number, theirs: number): number {
  return Math.max(0, counted - theirs)
}
