import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'

/**
 * The last day of the stay each hold is for, by the claim's id, as its offer says: days only, no person. A hold that does not hold
 * that day (days added where the release moved) is absent.
 */
export async function lastDays(
  trx: Transaction<DB>,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, Day>> {
  if (claimIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('offer')
    .innerJoin('bedspaceClaim as claim', 'claim.id', 'offer.claimId')
    .select(['claim.id', 'offer.untilOn'])
    .where('claim.id', 'in', claimIds)
    .where('claim.kind', '=', 'hold')
    .where(sql<boolean>`offer.until_on > lower(claim.during) and offer.until_on <= upper(claim.during)`)
    .orderBy('offer.offeredAt')
    .execute()
  return new Map(rows.map(({ id, untilOn }) => [id, untilOn]))
}
