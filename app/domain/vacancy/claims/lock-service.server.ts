import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'

/** Waits for whoever lays out the claims of a service, and makes others wait until this transaction ends. */
export async function lockClaims(trx: Transaction<DB>, serviceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${serviceId}::text, 1))`.execute(trx)
}
