import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'
import { statesAt } from '../states'

/** The day of arrival of those of some cases who live at a place now. */
export async function arrivalsOf(
  trx: Transaction<DB>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Day>> {
  if (caseIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('referral')
    .innerJoin('placement', 'placement.referralId', 'referral.id')
    .select(['referral.caseId', 'placement.arrivedOn'])
    .where('referral.caseId', 'in', [...caseIds])
    .where('referral.state', 'in', statesAt('stay'))
    .execute()
  return new Map(rows.map(({ caseId, arrivedOn }) => [caseId, arrivedOn]))
}

/** The day on which the person of a case came to the place where she lives now; null for none. */
export async function arrivalOf(trx: Transaction<DB>, caseId: string): Promise<Day | null> {
  return (await arrivalsOf(trx, [caseId])).get(caseId) ?? null
}
