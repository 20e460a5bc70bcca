import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'

/** @param whose an organisation's id, or the role of which a region has one at least. Until this transaction ends, whoever else invites, changes or ends people of an organisation waits, and then sees what was done. */
export async function lockPeople(trx: Transaction<DB>, whose: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${whose}::text, 65))`.execute(trx)
}
