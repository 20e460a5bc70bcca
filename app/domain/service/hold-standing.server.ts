import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'

/**
 * How a service stands does not change from here to the end of the transaction: for whoever sends somebody there. What it says is read
 * after this, for the wait may have been for its closing.
 */
export async function holdStanding(trx: Transaction<DB>, serviceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${KEY + serviceId}::text, 0))`.execute(trx)
}

/** Nobody is being sent there until the transaction ends: for whoever pauses, closes or opens it. */
export async function changeStandingAlone(trx: Transaction<DB>, serviceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${KEY + serviceId}::text, 0))`.execute(trx)
}

const KEY = 'standing of service '
