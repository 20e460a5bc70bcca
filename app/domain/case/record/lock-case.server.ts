import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'

/** Locks a case before one more referral is sent: two colleagues cannot both find none open to the service. */
export async function lockCase(trx: Transaction<DB>, caseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${caseId}::text, 0))`.execute(trx)
}
