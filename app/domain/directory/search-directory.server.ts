import type { Kysely } from 'kysely'
import type { FacetCounts } from '@search/facet'
import type { Hit, VacancyCounts } from '@search/search-engine'
import type { Sort } from '@search/search-query'
import type { SearchService } from '@search/search-service'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { type Day, londonDay } from '../time/calendar'
import { PAGE_SIZE } from './engine-query.server'
import { dayRead, type Reading, type Step } from './reading/reading'
import { searchAsTyped } from './search-as-typed.server'
import type { DirectoryQuery } from './search-query'
import { type ServiceCard, serviceCards } from '../service/service-card.server'
import { type ServiceVacancy, serviceVacancies } from '../service/service-vacancy.server'

export interface DirectoryHit extends ServiceCard {
  distanceMiles: number | null
  /** Null for a service that shows no place. */
  position: Hit['position']
  /** Parts of plain text to be written as text; null without words. */
  highlights: Hit['highlights']
  /** Null for the public, and for a service that keeps no bedspaces. */
  vacancy: ServiceVacancy | null
}

export interface DirectoryResult {
  hits: readonly DirectoryHit[]
  total: number
  page: number
  pages: number
  facets: FacetCounts
  /** Null for the public. */
  vacancies: VacancyCounts | null
  /** How many services cover each authority, by its code: what the drawn map shows. */
  byAuthority: Readonly<Record<string, number>>
  /** Meilisearch is configured and did not answer; the engine inside did. */
  degraded: boolean
  /** The order they are in. */
  sort: Sort
  /** How the words were read, and how far what is shown matches them. */
  reading: Reading
  step: Step
}

interface SearchContext {
  db: Kysely<DB>
  search: SearchService
  clock: () => Date
}

/** The directory for anyone: public services for those signed out, who learn nothing of vacancies by any parameter. */
export async function searchDirectory(
  app: SearchContext,
  viewer: Viewer,
  query: DirectoryQuery,
): Promise<DirectoryResult> {
  const now = app.clock()
  const audience = viewer.kind === 'public' ? 'public' : 'professional'
  const { answer, query: asked, reading, step } = await searchAsTyped(app.search, query, { audience, now })
  const hits = await hydrate(app.db, viewer, answer.hits, now, dayAsked(query, reading, now))
  return {
    hits,
    total: answer.total,
    page: query.page,
    pages: Math.max(1, Math.ceil(answer.total / PAGE_SIZE)),
    facets: answer.facets,
    vacancies: answer.vacancies,
    byAuthority: answer.facets.authority,
    degraded: answer.degraded,
    sort: asked.sort,
    reading,
    step,
  }
}

/** The later day a vacancy is wanted on; null for today. */
export function dayAsked({ vacancy }: DirectoryQuery, reading: Reading, now: Date): Day | null {
  if (vacancy === 'now') return null
  const day = vacancy?.by ?? dayRead(reading)
  return day !== null && day > londonDay(now) ? day : null
}

/** The index says which; the database says what, as it is now and as the viewer may see it. */
function hydrate(
  db: Kysely<DB>,
  viewer: Viewer,
  hits: readonly Hit[],
  now: Date,
  day: Day | null,
): Promise<DirectoryHit[]> {
  const ids = hits.map(hit => hit.id)
  return asViewer(db, viewer, async trx => {
    const cards = await serviceCards(trx, ids, londonDay(now))
    const vacancies = viewer.kind === 'public' ? null : await serviceVacancies(trx, ids, now, day)
    return hits.flatMap(({ id, highlights, ...place }) => {
      const card = cards.get(id)
      return card
        ? [{ ...card, ...shownPlace(card, place), highlights, vacancy: vacancies?.get(id) ?? null }]
        : []
    })
  })
}

/** Where it was found. The index may be a moment behind the database, which says what is confidential by now. */
function shownPlace(
  { confidential }: ServiceCard,
  { position, distanceMiles }: Pick<Hit, 'position' | 'distanceMiles'>,
): Pick<DirectoryHit, 'position' | 'distanceMiles'> {
  return confidential ? { position: null, distanceMiles: null } : { position, distanceMiles }
}
