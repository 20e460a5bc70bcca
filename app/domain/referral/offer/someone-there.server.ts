import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'
import type { StayAhead } from './someone-there'

/** The stay in an offered bedspace that is to end before the offer's first night, and has not yet; null where there is none. */
export async function stayAheadOf(
  trx: Transaction<DB>,
  { bedspaceId, fromOn }: { bedspaceId: string; fromOn: Day },
): Promise<StayAhead | null> {
  const stay = await trx
    .selectFrom('bedspaceClaim')
    .select(['expectedUntil as until', 'leavingSure as isSure'])
    .where('bedspaceId', '=', bedspaceId)
    .where('kind', '=', 'occupied')
    .where('active', '=', true)
    .where(sql<boolean>`(leaving_sure or outstays)`)
    .where(sql<boolean>`lower(during) < ${fromOn}::date`)
    .executeTakeFirst()
  return stay ?? null
}
