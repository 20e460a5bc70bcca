import type { Kysely, Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { londonDay } from '../region/calendar'
import { type BedspaceState, standing, stateOn, type Vacancy, vacancyOf } from './bedspace-state'
import { claimsFrom, toClaim } from './claim-row.server'
import { type Freshness, freshness } from './freshness'
import { StaffedHours } from './staffed-time'
import type { Claim } from './vacancy'
import { findOwnService } from './vacancy-access.server'

/** One line of a provider's own board. */
export interface OwnBedspace {
  id: string
  name: string
  named: boolean
  type: string
  sex: string | null
  wheelchair: boolean | null
  today: BedspaceState
  /** Standing claims, today's and later ones, the earliest first. */
  claims: (Claim & { id: string })[]
}

export interface VacancyBoard {
  service: { id: string; name: string; kind: string }
  vacancy: Vacancy
  confirmedAt: Date | null
  freshness: Freshness
  bedspaces: OwnBedspace[]
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

/** The board of one service the viewer keeps, in a running transaction. */
export async function boardOf(
  trx: Transaction<DB>,
  service: { id: string; name: string; kind: string; staffedHours: unknown },
  now: Date,
): Promise<VacancyBoard> {
  const bedspaces = await bedspacesOf(trx, service.id, now)
  const stated = await trx
    .selectFrom('serviceVacancy')
    .select('confirmedAt')
    .where('serviceId', '=', service.id)
    .executeTakeFirst()
  const confirmedAt = stated?.confirmedAt ?? null
  const { id, name, kind } = service
  return {
    service: { id, name, kind },
    vacancy: vacancyOf(
      bedspaces.map(bedspace => bedspace.claims),
      londonDay(now),
    ),
    confirmedAt,
    freshness: freshness(kind, StaffedHours.parse(service.staffedHours), confirmedAt, now),
    bedspaces,
  }
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
    .select(['id', 'name', 'named', 'type', 'sex', 'wheelchair'])
    .select(bed => claimsFrom(bed, today).as('claims'))
    .where('serviceId', '=', serviceId)
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('name')
    .execute()
  return rows.map(({ claims, ...bedspace }) => {
    const stand = standing(claims.map(toClaim), now)
    return { ...bedspace, today: stateOn(stand, today), claims: stand }
  })
}
