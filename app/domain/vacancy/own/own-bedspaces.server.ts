import type { Kysely, Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { type Day, londonDay } from '../../time/calendar'
import { type BedspaceState, standing, stateOn } from '../free/bedspace-state'
import { claimsFrom, toClaim } from '../claims/claim-row.server'
import { isFreeOn, type Vacancy, vacancyOf } from '../free/free-days'
import { bedsAddedSince } from '../freshness/beds-added-since.server'
import { type Freshness, freshness } from '../freshness/freshness'
import { type OwnStay, ownStays } from './own-stays.server'
import { lastDays } from '../free/last-days.server'
import { StaffedHours } from '../freshness/staffed-time'
import type { Claim } from '../vacancy'
import { findOwnService } from './vacancy-access.server'

/** One line of a provider's own board. */
export interface OwnBedspace {
  id: string
  name: string
  named: boolean
  type: string
  sex: string | null
  wheelchair: boolean | null
  /** Working days between two stays. */
  turnaround: number
  today: BedspaceState
  /** Empty, with room before the next claim: what is counted as free. */
  isFree: boolean
  /** Standing claims, today's and later ones, the earliest first. */
  claims: (Claim & { id: string })[]
}

export interface VacancyBoard {
  service: { id: string; name: string; kind: string }
  /** Why it takes nobody new for a while, and until about when; null where it is not paused. */
  pausedReason: string | null
  pausedUntil: Day | null
  vacancy: Vacancy
  confirmedAt: Date | null
  /** Beds in use that were added after they were confirmed. */
  addedSince: number
  freshness: Freshness
  bedspaces: OwnBedspace[]
  /** Who is in which bedspace now, or was until a few days ago, by the bedspace's id. */
  stays: ReadonlyMap<string, OwnStay>
  /** The referral a claim belongs to, by the claim's id, where the viewer may read it. */
  referrals: ReadonlyMap<string, string>
}

/** The board of one of the viewer's own services, or null. */
export async function vacancyBoardFor(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  serviceId: string,
  now: Date,
): Promise<VacancyBoard | null> {
  return asViewer(db, viewer, async trx => {
    const service = await findOwnService(trx, viewer, serviceId)
    return service ? boardOf(trx, service, now) : null
  })
}

interface BoardService {
  id: string
  name: string
  kind: string
  staffedHours: unknown
  turnaroundWorkingDays: number
  pausedReason: string | null
  pausedUntil: Day | null
}

/** The board of one service the viewer keeps, in a running transaction. */
export async function boardOf(trx: Transaction<DB>, service: BoardService, now: Date): Promise<VacancyBoard> {
  const turnaround = service.turnaroundWorkingDays
  const bedspaces = await bedspacesOf(trx, service.id, now)
  const stated = await trx
    .selectFrom('serviceVacancy')
    .select('confirmedAt')
    .select(bedsAddedSince('service_vacancy.service_id', 'service_vacancy.confirmed_at').as('addedSince'))
    .where('serviceId', '=', service.id)
    .executeTakeFirst()
  const confirmedAt = stated?.confirmedAt ?? null
  const { id, name, kind, pausedReason, pausedUntil } = service
  return {
    service: { id, name, kind },
    ...{ pausedReason, pausedUntil },
    vacancy: vacancyOf(
      { bedspaces: bedspaces.map(bedspace => bedspace.claims), turnaround },
      { today: londonDay(now), day: londonDay(now) },
    ),
    ...{ confirmedAt, addedSince: stated?.addedSince ?? 0 },
    freshness: freshness(kind, StaffedHours.parse(service.staffedHours), confirmedAt, now),
    bedspaces,
    stays: await ownStays(trx, service.id, londonDay(now)),
    referrals: await referralsOf(trx, bedspaces),
  }
}

/** Row-level security says which links are seen. */
async function referralsOf(
  trx: Transaction<DB>,
  bedspaces: readonly OwnBedspace[],
): Promise<ReadonlyMap<string, string>> {
  const ids = bedspaces.flatMap(({ claims }) => claims).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('referralClaim')
    .select(['claimId', 'referralId'])
    .where('claimId', 'in', ids)
    .execute()
  return new Map(rows.map(row => [row.claimId, row.referralId]))
}

/** The bedspaces in use of a service with their standing claims from today on. */
export async function bedspacesOf(
  trx: Transaction<DB>,
  serviceId: string,
  now: Date,
): Promise<OwnBedspace[]> {
  const today = londonDay(now)
  const rows = await trx
    .selectFrom('bedspace')
    .innerJoin('service', 'service.id', 'bedspace.serviceId')
    .select(['bedspace.id', 'bedspace.name', 'named', 'type', 'sex', 'bedspace.wheelchair'])
    .select('service.turnaroundWorkingDays as turnaround')
    .select(bed => claimsFrom(bed, today).as('claims'))
    .where('serviceId', '=', serviceId)
    .where('retiredAt', 'is', null)
    .orderBy('bedspace.position')
    .orderBy('bedspace.name')
    .execute()
  const last = await lastDays(
    trx,
    rows.flatMap(({ claims }) => claims).map(({ id }) => id),
  )
  return rows.map(({ claims, ...bedspace }) => {
    const stand = standing(claims.map(toClaim), now).map(claim => ({
      ...claim,
      lastOn: last.get(claim.id) ?? null,
    }))
    const isFree = isFreeOn(stand, bedspace.turnaround, { today, day: today })
    return { ...bedspace, today: stateOn(stand, today), isFree, claims: stand }
  })
}
