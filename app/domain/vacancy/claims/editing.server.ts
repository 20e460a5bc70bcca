import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { VacancyResult } from '../vacancy-result'
import { unlessTaken } from './unless-taken.server'

/** One change of a claim, in its transaction. */
export interface Editing {
  trx: Transaction<DB>
  now: Date
}

/** Why it was not changed; null where it was. */
export type Refused = Extract<VacancyResult, { ok: false }> | null

/** Whether a bedspace is one of a service, and not retired. */
export async function isInUse(trx: Transaction<DB>, serviceId: string, bedspaceId: string): Promise<boolean> {
  const room = await trx
    .selectFrom('bedspace')
    .select('id')
    .where('id', '=', bedspaceId)
    .where('serviceId', '=', serviceId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  return room !== undefined
}

/** Does work that moves claims; 'days_taken', and nothing of it, where another claims one of those days. */
export async function orTaken(trx: Transaction<DB>, work: () => Promise<unknown>): Promise<Refused> {
  return (await unlessTaken(trx, work)) ? null : { ok: false, reason: 'days_taken' }
}
