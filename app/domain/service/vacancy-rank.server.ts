import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { type Day, londonDay } from '../time/calendar'
import { isFreeOn } from '../vacancy/free/free-days'
import { freshness } from '../vacancy/freshness/freshness'
import { StaffedHours } from '../vacancy/freshness/staffed-time'
import { isAnyOf } from '../list/ids-given.server'
import { emptyBedspacesOf, standingClaims } from './service-claims.server'

/** 0 confirmed and free on the day; 1 to check and free, as a bed is that was added since; 2 full, or nothing to book; 3 nobody confirmed: phone. */
export type VacancyRank = 0 | 1 | 2 | 3

/** Where each service stands by its vacancy on one day: one read for thousands. A service that keeps no bedspaces is absent. */
export async function vacancyRanks(
  trx: Transaction<DB>,
  serviceIds: readonly string[],
  day: Day,
  now: Date,
): Promise<ReadonlyMap<string, VacancyRank>> {
  const rows = await trx
    .selectFrom('service as s')
    .leftJoin('serviceVacancy as v', 'v.serviceId', 's.id')
    .select(['s.id', 's.kind', 's.staffedHours', 's.turnaroundWorkingDays as turnaround', 'v.confirmedAt'])
    .select(emptyBedspacesOf('s.id', now, { confirmedAt: 'v.confirmed_at' }).as('empty'))
    .where(isAnyOf('s.id', serviceIds))
    .where(build =>
      build.exists(
        build
          .selectFrom('bedspace as b')
          .whereRef('b.serviceId', '=', 's.id')
          .where('b.retiredAt', 'is', null),
      ),
    )
    .execute()
  const wanted = { today: londonDay(now), day }
  return new Map(
    rows.map(({ id, kind, staffedHours, turnaround, confirmedAt, empty }) => {
      const { state } = freshness(kind, StaffedHours.parse(staffedHours), confirmedAt, now)
      if (state === 'not_confirmed') return [id, 3]
      const standingOf = standingClaims(empty, now)
      const free = empty.filter((_, at) => isFreeOn(standingOf[at] ?? [], turnaround, wanted))
      if (free.length === 0) return [id, 2]
      return [id, state === 'confirmed' && free.some(({ added }) => added !== true) ? 0 : 1]
    }),
  )
}
