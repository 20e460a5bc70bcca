import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Decision } from '../../eligibility/decision'
import type { FactField } from '../../eligibility/facts'
import { type AffectedReferral, openReferrals } from './changes-between.server'
import { notedChanges } from './noted-changes.server'
import { standingFor } from './standing-changes'

/** An open referral whose provider is not told of some facts, though they may have been saved long ago. */
export type Untold = Awaited<ReturnType<typeof openReferrals>>[number] & { facts: FactField[] }

/** The open referrals of a case with those of some facts that are withheld from their providers. For an officer of its team. */
export async function untoldOf(
  trx: Transaction<DB>,
  caseId: string,
  fields: readonly FactField[],
): Promise<Untold[]> {
  const open = await openReferrals(trx, caseId)
  const notedOf = await notedChanges(
    trx,
    open.map(({ id }) => id),
  )
  const untold: Untold[] = []
  for (const referral of open) {
    const byDatabase = await withheldFrom(trx, caseId, referral.providerId)
    const withheld = [...byDatabase, ...standingFor('provider', 3, notedOf(referral.id)).withheld]
    const facts = fields.filter(field => withheld.includes(field))
    if (facts.length > 0) untold.push({ ...referral, facts })
  }
  return untold
}

/** The affected referrals, and with them those whose provider is told now of what was withheld; with what is decided of their services. */
export function withToldLate(
  affected: readonly AffectedReferral[],
  late: readonly Untold[],
  decided: ReadonlyMap<string, Decision>,
): AffectedReferral[] {
  const only = late.filter(({ id }) => !affected.some(each => each.id === id))
  const all = [...affected, ...only.map(each => ({ ...each, told: [], silent: [], changedFacts: [] }))]
  return all.map(each => {
    const own = late.find(({ id }) => id === each.id)
    return own ? { ...each, late: { facts: own.facts, decision: decided.get(own.serviceId) } } : each
  })
}

/** What the database leaves out of what a provider reads of a case, whichever of its referrals that is for. */
async function withheldFrom(trx: Transaction<DB>, caseId: string, providerId: string): Promise<string[]> {
  const { facts } = await trx
    .selectNoFrom(sql<string[]>`withheld_from(${caseId}, ${providerId})`.as('facts'))
    .executeTakeFirstOrThrow()
  return facts
}
