import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { type HidingReason, hidingReasons } from './hidden'

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
  if (is.confidential || !isDue(was, is)) return false
  await hidePlaces(trx, serviceId)
  return true
}

/**
 * Of an approved entry a reason that is new; that an editor showed its places when it was for something else does not count for a refuge or
 * for who was abused.
 */
function isDue(was: StandsFor, is: StandsFor): boolean {
  if (!is.isApproved) return is.reasons.length > 0 && !is.isDecided
  const arisen = is.reasons.filter(reason => !was.reasons.includes(reason))
  return arisen.some(reason => reason !== 'women' || !is.isDecided)
}

/** The same before an entry is approved: what it says by now decides. */
export async function hideBeforeApproval(trx: Transaction<DB>, serviceId: string): Promise<void> {
  await hidingWhenDue(trx, serviceId, async () => {})
}

/** Whether approving an entry hides its places, by what it says by now. */
export async function hidesByApproval(trx: Transaction<DB>, serviceId: string): Promise<boolean> {
  const is = await standsFor(trx, serviceId)
  return !is.confidential && isDue(is, is)
}

/** How many places of an entry are hidden, for an editor and who keeps it; null for whoever must not know. */
export async function hiddenPlacesEntered(trx: Transaction<DB>, serviceId: string): Promise<number | null> {
  const { rows } = await sql<{ many: number | null }>`
    select hidden_places_entered(${serviceId}::uuid) as many`.execute(trx)
  return rows[0]?.many ?? null
}

interface StandsFor {
  reasons: readonly HidingReason[]
  confidential: boolean
  isApproved: boolean
  /** An editor has said whether its places are shown. */
  isDecided: boolean
}

async function standsFor(trx: Transaction<DB>, serviceId: string): Promise<StandsFor> {
  const { rows } = await sql<Omit<StandsFor, 'reasons'> & Record<'kind' | 'pathways' | 'sex', unknown>>`
    select s.kind, s.confidential, s.approved_at is not null as "isApproved", p.criteria ->> 'sex' as sex,
      array(select w.pathway from service_pathway w where w.service_id = s.id) as pathways,
      exists (select from entry_review r where r.service_id = s.id and r.decision in ('kept_hidden', 'shown')
        and r.taken_back_at is null) as "isDecided"
    from service s left join service_policy p on p.service_id = s.id
    where s.id = ${serviceId}`.execute(trx)
  const [{ kind, pathways, sex, ...stands } = NO_SERVICE] = rows
  return { ...stands, reasons: hidingReasons({ kind, pathways, sex }) }
}

const NO_SERVICE = {
  ...{ kind: null, pathways: [], sex: null },
  ...{ confidential: false, isApproved: false, isDecided: false },
}

async function hidePlaces(trx: Transaction<DB>, serviceId: string): Promise<void> {
  await sql`select hide_places(${serviceId}::uuid)`.execute(trx)
}
