import type { Hit } from '@search/search-engine'
import type { SearchQuery } from '@search/search-query'
import type { SearchAnswer, SearchService } from '@search/search-service'
import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { LoadedCase } from '../case/record/case-row.server'
import { isAvoided } from '../eligibility/avoid'
import { serviceFactsOf } from '../service/service-facts.server'

/**
 * The search without what the person avoids: it is in no total either, so that no step, and nothing said to be found by
 * giving something up, tells that it was there. Every answer holds all that matches.
 */
export function searchUnavoided(
  app: { db: Kysely<DB>; search: SearchService },
  viewer: SignedInViewer,
  { facts }: Pick<LoadedCase, 'facts'>,
): SearchService {
  const avoided = new Map<string, boolean>()

  async function kept(hits: readonly Hit[]): Promise<Hit[]> {
    const unseen = hits.map(hit => hit.id).filter(id => !avoided.has(id))
    if (unseen.length > 0) {
      const services = await asViewer(app.db, viewer, trx => serviceFactsOf(trx, viewer, unseen))
      for (const id of unseen) {
        const service = services.get(id)
        avoided.set(id, service !== undefined && isAvoided(facts.avoid, service))
      }
    }
    return hits.filter(hit => !avoided.get(hit.id))
  }

  async function search(query: SearchQuery): Promise<SearchAnswer> {
    const answer = await app.search.search({ ...query, all: true })
    const hits = await kept(answer.hits)
    return { ...answer, hits, total: hits.length }
  }

  // Each is named: another way to ask must not pass by what is avoided.
  const { suggest, degraded, version, health, look, standing } = app.search
  return {
    ...{ suggest, degraded, version, health, look, standing },
    search,
    async counts(queries) {
      const totals: number[] = []
      for (const query of queries) totals.push((await search(query)).total)
      return totals
    },
  }
}
