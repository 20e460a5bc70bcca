import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { DomainContext } from '../../context'

/** The prison whose team is to be rung. */
export type OtherPrison = { name: string; phone: string | null }

/** The other prison that has an open case of a number, and nothing of the case; null for none. Whoever shows it leaves the row that says so: `auditShown`. */
export async function openElsewhere(
  app: Pick<DomainContext, 'keys'>,
  trx: Transaction<DB>,
  prisonNumber: string,
): Promise<OtherPrison | null> {
  const { rows } = await sql<OtherPrison>`
    select name, phone from open_elsewhere(${app.keys.lookupHash(prisonNumber)})`.execute(trx)
  return rows[0] ?? null
}
