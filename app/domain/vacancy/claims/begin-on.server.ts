import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'
import { unlessTaken } from './unless-taken.server'

/**
 * The first day of what claims a bedspace, put right. Nothing is changed, and why is said, where its own days end by then ('ends_before':
 * it is over, sure to end, or the bedspace is promised to another) or another's begin ('days_taken').
 */
export async function beginOn(
  trx: Transaction<DB>,
  claimId: string,
  day: Day,
): Promise<'ends_before' | 'days_taken' | null> {
  let isBegun = false
  const done = await unlessTaken(trx, async () => {
    const { numUpdatedRows } = await trx
      .updateTable('bedspaceClaim')
      .set({ during: sql<string>`daterange(${day}::date, upper(during))` })
      .where('id', '=', claimId)
      .where(sql<boolean>`(upper_inf(during) or upper(during) > ${day}::date)`)
      .where(sql<boolean>`(not leaving_sure or expected_until >= ${day}::date)`)
      .executeTakeFirst()
    isBegun = numUpdatedRows > 0n
  })
  if (!done) return 'days_taken'
  return isBegun ? null : 'ends_before'
}
