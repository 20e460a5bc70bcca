import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { startsHidden } from './hidden'

/**
 * Does what writes the kind, the pathways or the policy of a service, in the viewer's transaction. One that becomes such as starts hidden,
 * however long it was approved as something else, hides its places until an editor has decided with the provider; so does one that is
 * and that nobody approved yet. Every writer of these goes through here. Returns whether its places went behind their grant by this.
 */
export async function hidingWhenDue(
  trx: Transaction<DB>,
  serviceId: string,
  write: () => Promise<void>,
): Promise<boolean> {
  const was = await standsFor(trx, serviceId)
  await write()
  const is = await standsFor(trx, serviceId)
  if (!is.startsHidden || is.confidential || is.isDecided) return false
  if (was.startsHidden && is.isApproved) return false
  await hidePlaces(trx, serviceId)
  return true
}

/** The same before an entry is approved: what it says by now decides. */
export async function hideBeforeApproval(trx: Transaction<DB>, serviceId: string): Promise<void> {
  await hidingWhenDue(trx, serviceId, async () => {})
}

interface StandsFor {
  startsHidden: boolean
  confidential: boolean
  isApproved: boolean
  /** An editor has said whether its places are shown. */
  isDecided: boolean
}

async function standsFor(trx: Transaction<DB>, serviceId: string): Promise<StandsFor> {
  const { rows } = await sql<Omit<StandsFor, 'startsHidden'> & Record<'kind' | 'pathways' | 'sex', unknown>>`
    select s.kind, s.confidential, s.approved_at is not null as "isApproved", p.criteria ->> 'sex' as sex,
      array(select w.pathway from service_pathway w where w.service_id = s.id) as pathways,
      exists (select from entry_review r where r.service_id = s.id and r.decision in ('kept_hidden', 'shown')) as "isDecided"
    from service s left join service_policy p on p.service_id = s.id
    where s.id = ${serviceId}`.execute(trx)
  const [{ kind, pathways, sex, ...stands } = NO_SERVICE] = rows
  return { ...stands, startsHidden: startsHidden({ kind, pathways, sex }) }
}

const NO_SERVICE = {
  ...{ kind: null, pathways: [], sex: null },
  ...{ confidential: false, isApproved: false, isDecided: false },
}

async function hidePlaces(trx: Transaction<DB>, serviceId: string): Promise<void> {
  await sql`select hide_places(${serviceId}::uuid)`.execute(trx)
}
