import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../region/calendar'
import { freshness } from '../vacancy/freshness'
import { StaffedHours } from '../vacancy/staffed-time'
import { isAnyOf } from './ids-given.server'

/** 0 confirmed and free on the day; 1 to check and free; 2 full, or nothing to book; 3 nobody confirmed: phone. */
export type VacancyRank = 0 | 1 | 2 | 3

/** Where each service stands by its vacancy on one day: one read for thousands. A service that keeps no bedspaces is absent. */
export async function vacancyRanks(
  trx: Transaction<DB>,
  serviceIds: readonly string[],
  day: Day,
  now: Date,
): Promise<ReadonlyMap<string, VacancyRank>> {
  const rows = await trx
    .selectFrom('bedspace as b')
    .innerJoin('service as s', 's.id', 'b.serviceId')
    .leftJoin('serviceVacancy as v', 'v.serviceId', 's.id')
    // Claims on a bedspace never overlap: a day joins one row at most.
    .leftJoin('bedspaceClaim as c', join =>
      join
        .onRef('c.bedspaceId', '=', 'b.id')
        .on('c.active', '=', true)
        .on(sql<boolean>`c.during @> ${day}::date`)
        .on(sql<boolean>`(c.lapses_at is null or c.lapses_at > ${now})`),
    )
    .select([
      's.id',
      's.kind',
      's.staffedHours',
      'v.confirmedAt',
      sql<boolean>`bool_or(c.id is null)`.as('isFree'),
    ])
    .where('b.retiredAt', 'is', null)
    .where(isAnyOf('b.service_id', serviceIds))
    .groupBy(['s.id', 'v.confirmedAt'])
    .execute()
  return new Map(
    rows.map(({ id, kind, staffedHours, confirmedAt, isFree }) => {
      const { state } = freshness(kind, StaffedHours.parse(staffedHours), confirmedAt, now)
      if (state === 'not_confirmed') return [id, 3]
      if (!isFree) return [id, 2]
      return [id, state === 'confirmed' ? 0 : 1]
    }),
  )
}
