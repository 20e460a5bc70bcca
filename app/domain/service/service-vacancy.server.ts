import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { type Day, londonDay } from '../time/calendar'
import { type Vacancy, vacancyOf } from '../vacancy/free/free-days'
import { type Freshness, freshness } from '../vacancy/freshness/freshness'
import { bedsAddedSince } from '../vacancy/freshness/beds-added-since.server'
import { StaffedHours } from '../vacancy/freshness/staffed-time'
import { isAnyOf } from '../list/ids-given.server'
import { bedspacesOf, standingClaims } from './service-claims.server'

/** What a service has free on a day, as the database has it now, and how far it can be trusted. */
export interface ServiceVacancy extends Vacancy {
  /** Free today, on whatever day they are counted: the number every page says is free now. */
  freeNow: number
  /** The day the bedspaces are counted on; null for today. */
  countedOn: Day | null
  freshness: Freshness
  confirmedAt: Date | null
  /** Beds in use that were added after they were confirmed: of those nothing was. */
  addedSince: number
}

/**
 * The vacancies, today or on a later day, of services that keep bedspaces; a service without any is absent. For signed-in
 * viewers alone.
 */
export async function serviceVacancies(
  trx: Transaction<DB>,
  serviceIds: readonly string[],
  now: Date,
  laterDay: Day | null = null,
): Promise<ReadonlyMap<string, ServiceVacancy>> {
  const today = londonDay(now)
  const day = laterDay !== null && laterDay > today ? laterDay : today
  const rows = await trx
    .selectFrom('service as s')
    .leftJoin('serviceVacancy as v', 'v.serviceId', 's.id')
    .select(['s.id', 's.kind', 's.staffedHours', 's.turnaroundWorkingDays as turnaround', 'v.confirmedAt'])
    .select(bedspacesOf('s.id', today).as('bedspaces'))
    .select(bedsAddedSince('s.id', 'v.confirmed_at').as('addedSince'))
    .where(isAnyOf('s.id', serviceIds))
    .execute()
  const keeping = rows.filter(row => row.bedspaces.length > 0)
  return new Map(
    keeping.map(({ id, kind, staffedHours, turnaround, confirmedAt, bedspaces, addedSince }) => {
      const beds = { bedspaces: standingClaims(bedspaces, now), turnaround }
      const vacancy = vacancyOf(beds, { today, day })
      return [
        id,
        {
          ...vacancy,
          freeNow: day === today ? vacancy.free : vacancyOf(beds, { today, day: today }).free,
          countedOn: day === today ? null : day,
          freshness: freshness(kind, StaffedHours.parse(staffedHours), confirmedAt, now),
          ...{ confirmedAt, addedSince },
        },
      ]
    }),
  )
}
