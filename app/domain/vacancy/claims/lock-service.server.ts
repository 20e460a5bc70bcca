import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { VacancyResult } from '../vacancy-result'

/** Waits for whoever lays out the claims of a service, and makes others wait until this transaction ends. */
export async function lockClaims(trx: Transaction<DB>, serviceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${serviceId}::text, 1))`.execute(trx)
}

/**
 * The same for whoever writes its bedspaces, or what claims them by no referral; why not, where it has closed. Asked only now that nobody
 * else writes them, for the wait may have been for its closing.
 */
export async function lockOpenHouse(
  trx: Transaction<DB>,
  serviceId: string,
): Promise<Extract<VacancyResult, { ok: false }> | null> {
  await lockClaims(trx, serviceId)
  const open = await trx
    .selectFrom('service')
    .select('id')
    .where('id', '=', serviceId)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  return open ? null : { ok: false, reason: 'service_closed' }
}
