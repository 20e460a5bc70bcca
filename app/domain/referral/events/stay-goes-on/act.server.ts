import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSystem } from '@db/viewer-transaction'
import type { DomainContext } from '../../../context'
import type { Day } from '../../../time/calendar'
import type { Stay } from '../../../vacancy/claims/stay.server'
import type { Applied } from '../acting'
import { applyEvent } from '../apply-event.server'
import { holdWithoutDate, offerTermsOf } from '../../offer/offer-terms.server'
import { setHoldLapse } from '../../offer/offer-claims.server'
import type { Refusal } from '../../refusal'

/** A referral whose days in a bedspace come next after a stay in it. */
export interface Promised {
  referralId: string
  caseId: string
  /** Its first day there. */
  from: Day
}

/**
 * The referral that holds the days next after a stay; null where none does, or something else claims days before it. The turnaround of a
 * departure on `leftOn` goes with that, where it is taken back.
 */
export async function firstPromised(
  trx: Transaction<DB>,
  { bedspaceId, from, leftOn = null }: Pick<Stay, 'bedspaceId' | 'from'> & { leftOn?: Day | null },
): Promise<Promised | null> {
  const next = await trx
    .selectFrom('bedspaceClaim as claim')
    .leftJoin('referralClaim as link', 'link.claimId', 'claim.id')
    .select(['claim.kind', 'link.referralId', 'link.caseId', sql<Day>`lower(claim.during)`.as('from')])
    .where('claim.bedspaceId', '=', bedspaceId)
    .where('claim.active', '=', true)
    .where(sql<boolean>`lower(claim.during) > ${from}::date`)
    .where(sql<boolean>`(claim.kind <> 'turnaround' or lower(claim.during) is distinct from ${leftOn}::date)`)
    .orderBy('claim.during')
    .limit(1)
    .executeTakeFirst()
  if (next?.kind !== 'hold' || next.referralId === null || next.caseId === null) return null
  return { referralId: next.referralId, caseId: next.caseId, from: next.from }
}

/**
 * Somebody stays on in the bedspace promised to a referral: it becomes "to reconfirm", both sides are told, and its hold no longer
 * lapses, or where nobody knows the release date, when one does without. Nothing is cancelled (product.md, "Vacancies"). Refused where it is to be reconfirmed already.
 */
export async function goesOn(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer | null,
  { referralId, caseId }: Pick<Promised, 'referralId' | 'caseId'>,
): Promise<Applied | Refusal> {
  const step = { referralId, event: 'stay_goes_on', version: null, details: {} } as const
  return asSystem(trx, caseId, system =>
    applyEvent(app, system, { by: 'system', viewer }, step, async referral => {
      if (referral.releaseOn !== null) {
        await setHoldLapse(system, referral.id, null)
        return { ok: true }
      }
      const holdEndsAt = holdWithoutDate(await offerTermsOf(system, referral.serviceId), app.clock())
      await setHoldLapse(system, referral.id, holdEndsAt)
      return { ok: true, holdEndsAt }
    }),
  )
}
