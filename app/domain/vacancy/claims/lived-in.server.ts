import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'
import { toMoveInto } from './planned-move.server'

/**
 * How many beds of a service somebody is in on a day, by whatever route: rooms and counted beds alike. Whoever is to move from one to
 * another is counted once, where the stay goes on.
 */
export async function bedsLivedIn(trx: Transaction<DB>, serviceId: string, today: Day): Promise<number> {
  const { many } = await trx
    .selectFrom('bedspaceClaim as claim')
    .innerJoin('bedspace', 'bedspace.id', 'claim.bedspaceId')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('bedspace.serviceId', '=', serviceId)
    .where('bedspace.retiredAt', 'is', null)
    .where('claim.kind', '=', 'occupied')
    .where('claim.active', '=', true)
    .where(sql<boolean>`claim.claimed @> ${today}::date`)
    .where(toMoveInto('claim'), 'is', null)
    .executeTakeFirstOrThrow()
  return Number(many)
}
