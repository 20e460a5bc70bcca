import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { VacancyResult } from '../vacancy-result'

/**
 * Waits for whoever lays out the claims of these services, writes their rooms, or says of their policy whom they take, and makes others
 * wait until this transaction ends. One after another in the order of their ids, so that no two wait for each other.
 */
export async function lockClaims(trx: Transaction<DB>, ...serviceIds: readonly string[]): Promise<void> {
  const inOrder = [...serviceIds].sort()
  if (inOrder.length === 0) return
  await sql`select pg_advisory_xact_lock(hashtextextended(id, 1)) from unnest(${inOrder}::text[]) id`.execute(
    trx,
  )
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
