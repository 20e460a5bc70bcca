import { type Selectable, sql, type Transaction } from 'kysely'
import type { DB, Programme } from '@db/schema'
import type { Day } from '../time/calendar'
import type { RunTime } from './run-time'
import { isAnyOf } from '../list/ids-given.server'
import { type FundingAlert, fundingAlert } from './funding-end'

/** One run of a programme. */
export interface CohortShown extends RunTime {
  id: string
  startsOn: Day
  endsOn: Day
  lastReferralOn: Day
  capacity: number
  taken: number
  waiting: number
  /** Places that are not taken. */
  left: number
  /** True until the last day a referral may be made has passed. */
  isOpen: boolean
}

/** Everything a programme states, its cohorts that are on and have not ended, and the alert of its funding. */
export interface ProgrammeShown extends Selectable<Programme> {
  cohorts: readonly CohortShown[]
  fundingAlert: FundingAlert | null
  /** Whether any cohort still takes referrals; null where the programme runs without cohorts. */
  hasOpenCohort: boolean | null
}

/** The programmes among some services, by service. */
export async function programmesOf(
  trx: Transaction<DB>,
  serviceIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, ProgrammeShown>> {
  const programmes = await trx
    .selectFrom('programme')
    .selectAll('programme')
    .select(
      sql<boolean>`exists (select from cohort where cohort.service_id = programme.service_id)`.as(
        'hasCohorts',
      ),
    )
    .where(isAnyOf('programme.service_id', serviceIds))
    .execute()
  const cohorts = await cohortsOf(
    trx,
    programmes.map(each => each.serviceId),
    today,
  )
  return new Map(
    programmes.map(({ hasCohorts, ...programme }) => {
      const own = cohorts.get(programme.serviceId) ?? []
      const alert = fundingAlert(programme.fundingEndsOn, today)
      const hasOpenCohort = hasCohorts ? own.some(cohort => cohort.isOpen) : null
      return [programme.serviceId, { ...programme, cohorts: own, hasOpenCohort, fundingAlert: alert }]
    }),
  )
}

async function cohortsOf(
  trx: Transaction<DB>,
  serviceIds: readonly string[],
  today: Day,
): Promise<Map<string, CohortShown[]>> {
  const rows = await trx
    .selectFrom('cohort')
    .select(['id', 'serviceId', 'startsOn', 'endsOn', 'lastReferralOn', 'capacity', 'taken', 'waiting'])
    .select(['weekdays', 'timeOfDay', 'place'])
    .where(isAnyOf('cohort.service_id', serviceIds))
    .where('endsOn', '>=', today)
    .where('cancelledAt', 'is', null)
    .orderBy('startsOn')
    .orderBy('id')
    .execute()
  const cohorts = new Map<string, CohortShown[]>()
  for (const { serviceId, ...row } of rows) {
    const shown = { ...row, left: row.capacity - row.taken, isOpen: row.lastReferralOn >= today }
    cohorts.set(serviceId, [...(cohorts.get(serviceId) ?? []), shown])
  }
  return cohorts
}
