import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { Day } from '../time/calendar'
import type { FamilyProgramme } from './family-programmes'

/** Every programme of the directory by name, with the sums of its runs that have not ended by `today`. */
export async function familyProgrammes(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  today: Day,
): Promise<FamilyProgramme[]> {
  const rows = await asViewer(db, viewer, trx => programmeRows(trx, today))
  return rows.map(row => ({ ...row, reachNotStated: Number(row.reachNotStated ?? 0) }))
}

function programmeRows(trx: Transaction<DB>, today: Day) {
  return trx
    .selectFrom('programme')
    .innerJoin('service', 'service.id', 'programme.serviceId')
    .innerJoin('organisation', 'organisation.id', 'service.organisationId')
    .leftJoin(
      each =>
        each
          .selectFrom('cohort')
          .select('cohort.serviceId')
          .select(sql<number>`sum(capacity)::integer`.as('capacity'))
          .select(sql<number>`sum(taken)::integer`.as('taken'))
          .select(sql<number>`sum(waiting)::integer`.as('waiting'))
          .select(sql<number | null>`sum(reach_children)::integer`.as('reach'))
          .select(sql<number>`(count(*) filter (where reach_children is null))::integer`.as('reachNotStated'))
          .where('endsOn', '>=', today)
          .where('cancelledAt', 'is', null)
          .groupBy('cohort.serviceId')
          .as('runs'),
      join => join.onRef('runs.serviceId', '=', 'programme.serviceId'),
    )
    .select(['programme.serviceId', 'service.name', 'organisation.name as provider', 'programme.type'])
    .select(['prisonCodes as prisons', 'rotl', 'funder', 'fundingEndsOn', 'fundingRenewal'])
    .select(['capacity', 'taken', 'waiting', 'reach', 'reachNotStated'])
    .select(
      sql<string[]>`array(select authority_code from service_area a where a.service_id = service.id)`.as(
        'authorities',
      ),
    )
    .where('archivedAt', 'is', null)
    .orderBy('service.name')
    .orderBy('service.id')
    .execute()
}
