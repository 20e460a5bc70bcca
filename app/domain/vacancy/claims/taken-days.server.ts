import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'

/** Days of a bedspace, as PostgreSQL writes a range of them. */
export interface WantedDays {
  bedspaceId: string
  during: string
}

/**
 * Whether another claim than some stands on any of these days: what the database's constraint would say, asked before anything is
 * offered. What has lapsed is in nobody's way. Whoever then does it may still come too late: the constraint decides.
 */
export async function areTaken(
  trx: Transaction<DB>,
  wanted: readonly WantedDays[],
  but: readonly string[],
  now: Date,
): Promise<boolean> {
  for (const { bedspaceId, during } of wanted) {
    const other = await trx
      .selectFrom('bedspaceClaim')
      .select('id')
      .where('bedspaceId', '=', bedspaceId)
      .where('active', '=', true)
      .where('id', 'not in', but)
      .where(where => where.or([where('lapsesAt', 'is', null), where('lapsesAt', '>', now)]))
      .where(sql<boolean>`during && ${during}::daterange`)
      .executeTakeFirst()
    if (other) return true
  }
  return false
}
