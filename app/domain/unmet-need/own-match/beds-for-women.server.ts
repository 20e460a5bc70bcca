import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { emptyBedspacesOf, standingClaims } from '../../service/service-claims.server'
import { type Day, londonDay } from '../../time/calendar'
import { isFreeOn } from '../../vacancy/free/free-days'
import { freshness } from '../../vacancy/freshness/freshness'
import { StaffedHours } from '../../vacancy/freshness/staffed-time'
import { type Household, isBedFor } from './option'

/** What a service has for women: whether that can be trusted now, and how many beds for a household are free on a day from today on. */
export interface BedsForWomen {
  isFresh: boolean
  freeOn: (day: Day, household: Household) => number
}

/** The beds of every service that is in use, by its id. Read as the worker: hidden sites have beds like others, and only a code leaves this. */
export async function bedsForWomen(
  trx: Transaction<DB>,
  now: Date,
): Promise<ReadonlyMap<string, BedsForWomen>> {
  const today = londonDay(now)
  const rows = await trx
    .selectFrom('service')
    .leftJoin('serviceVacancy', 'serviceVacancy.serviceId', 'service.id')
    .select(['service.id', 'kind', 'staffedHours', 'turnaroundWorkingDays as turnaround', 'confirmedAt'])
    .select(
      emptyBedspacesOf('service.id', now, { confirmedAt: 'service_vacancy.confirmed_at', forWomen: true }).as(
        'empty',
      ),
    )
    .where('service.archivedAt', 'is', null)
    .execute()
  return new Map(
    rows.map(({ id, kind, staffedHours, turnaround, confirmedAt, empty }) => {
      const { state } = freshness(kind, StaffedHours.parse(staffedHours), confirmedAt, now)
      const freeOn = (day: Day, household: Household) => {
        const beds = empty.filter(({ type }) => isBedFor(household, type ?? ''))
        return standingClaims(beds, now).filter(claims => isFreeOn(claims, turnaround, { today, day })).length
      }
      return [id, { isFresh: state === 'confirmed', freeOn }]
    }),
  )
}
