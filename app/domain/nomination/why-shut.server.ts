import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { holdStanding } from '../service/hold-standing.server'

export type Shut = 'not_found' | 'closed' | 'paused' | 'route'

/**
 * Why a programme takes nobody by this service; null where it does. What it answers holds to the end of the transaction: its service cannot be
 * paused or closed meanwhile.
 */
export async function whyShut(trx: Transaction<DB>, serviceId: string): Promise<Shut | null> {
  await holdStanding(trx, serviceId)
  const row = await trx
    .selectFrom('service')
    .select(['referralRoute', 'pausedAt', 'archivedAt'])
    .where('id', '=', serviceId)
    .executeTakeFirst()
  if (!row) return 'not_found'
  if (row.archivedAt !== null) return 'closed'
  if (row.pausedAt !== null) return 'paused'
  return row.referralRoute === 'here' ? null : 'route'
}
