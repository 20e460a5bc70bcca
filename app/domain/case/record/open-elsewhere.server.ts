import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'

/** The prison whose team is to be rung. */
export type OtherPrison = { name: string; phone: string | null }

/** The other prison that has an open case of a number, and nothing of the case; null for none. That it was asked is audited. */
export async function openElsewhere(
  app: Pick<DomainContext, 'keys'>,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  prisonNumber: string,
): Promise<OtherPrison | null> {
  const { rows } = await sql<OtherPrison>`
    select name, phone from open_elsewhere(${app.keys.lookupHash(prisonNumber)})`.execute(trx)
  const found = rows[0] ?? null
  if (found)
    await recordAudit(trx, viewer, { action: 'case.known_elsewhere', subjectKind: 'case', subjectId: null })
  return found
}
