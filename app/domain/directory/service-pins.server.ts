import type { Transaction } from 'kysely'
import type { Hit } from '@search/search-engine'
import type { SearchService } from '@search/search-service'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import type { AskedAbout } from '../service/asked-about'
import { serviceCards } from '../service/service-card.server'
import { vacancyRanks } from '../service/vacancy-rank.server'
import { type Day, londonDay } from '../time/calendar'
import { dayAsked } from './search-directory.server'
import { searchAsTyped } from './search-as-typed.server'
import type { DirectoryQuery } from './search-query'

/** By rank (vacancyRanks): free and confirmed, free once checked, none free, not confirmed. */
const VACANCIES = ['free', 'check-first', 'none', 'not-confirmed'] as const

const NO_VACANCY = { vacancy: null, vacancyOn: null }

/** What a map shows of a service with a shown place. A confidential service never becomes one. */
export interface ServicePin {
  id: string
  name: string
  provider: string
  kind: string
  phone: string | null
  lat: number
  lng: number
  distanceMiles: number | null
  /** What people ring to ask, as the cards of a list have it. */
  asked: AskedAbout
  /** Null for the public, and for a service that keeps no bedspaces. */
  vacancy: (typeof VACANCIES)[number] | null
  /** The day it is told of; null for today, and without one. */
  vacancyOn: Day | null
}

/** The pins of everything a search of the directory finds, on whatever page of the list it stands. */
export async function directoryPins(
  app: Pick<DomainContext, 'db' | 'clock'> & { search: SearchService },
  viewer: Viewer,
  query: DirectoryQuery,
): Promise<ServicePin[]> {
  const now = app.clock()
  const isPublic = viewer.kind === 'public'
  const audience = isPublic ? 'public' : 'professional'
  const { answer, reading } = await searchAsTyped(app.search, query, { audience, now, all: true })
  const vacancyOn = isPublic ? null : (dayAsked(query, reading, now) ?? londonDay(now))
  return asViewer(app.db, viewer, trx => servicePins(trx, answer.hits, vacancyOn, now))
}

/**
 * The pins of what was found, in its order. The index may be a moment behind the database, which says what is confidential or
 * archived by now.
 * @param vacancyOn the day vacancies are told of; null where nobody may learn of them
 */
export async function servicePins(
  trx: Transaction<DB>,
  hits: readonly Hit[],
  vacancyOn: Day | null,
  now: Date,
): Promise<ServicePin[]> {
  const ids = hits.filter(hit => hit.position !== null).map(hit => hit.id)
  const shown = await shownOpenly(trx, ids, londonDay(now))
  const later = vacancyOn !== null && vacancyOn > londonDay(now) ? vacancyOn : null
  const ranks = vacancyOn === null ? null : await vacancyRanks(trx, ids, vacancyOn, now)
  return hits.flatMap(({ id, position, distanceMiles }) => {
    const service = shown.get(id)
    if (!service || position === null) return []
    const rank = ranks?.get(id)
    const pin = { ...service, ...position, distanceMiles }
    return [
      rank === undefined ? { ...pin, ...NO_VACANCY } : { ...pin, vacancy: VACANCIES[rank], vacancyOn: later },
    ]
  })
}

async function shownOpenly(trx: Transaction<DB>, ids: readonly string[], today: Day) {
  const cards = [...(await serviceCards(trx, ids, today)).values()]
  return new Map(
    cards
      .filter(({ confidential }) => !confidential)
      .map(({ id, name, provider, kind, phone, asked }) => [id, { id, name, provider, kind, phone, asked }]),
  )
}
