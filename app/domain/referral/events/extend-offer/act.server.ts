import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { sealNote } from '../../../case/record/case-note.server'
import { holdLapse, offerExpiry, offerTermsOf } from '../../offer/offer-terms.server'
import { latestOffer, setHoldLapse } from '../../offer/offer-claims.server'

/** The provider extends an offer once, with a reason, by as long again as the service's offers last. */
export async function extendOffer(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { reason: string },
  request: FormRequest,
): Promise<ActResult> {
  const step = { event: 'extend_offer', details: { note: input.reason } } as const
  return actOnReferral(app, viewer, input, request, {
    ...step,
    effect: trx => extend(app, trx, input.reason),
  })
}

function extend(app: DomainContext, trx: Transaction<DB>, reason: string): Effect {
  return async referral => {
    const now = app.clock()
    const offer = await latestOffer(trx, referral.id)
    if (offer.extendedAt !== null) return { ok: false, reason: 'already_extended' }
    if (offer.expiresAt <= now) return { ok: false, reason: 'offer_expired' }
    const terms = await offerTermsOf(trx, referral.serviceId)
    const expiresAt = offerExpiry(terms, offer.expiresAt, referral.releaseOn, now)
    if (expiresAt <= offer.expiresAt) return { ok: false, reason: 'no_time_before_release' }
    const place = { table: 'offer', row: offer.id, column: 'extension_reason' } as const
    const extensionReason = await sealNote(trx, app.keys, referral.caseId, place, reason)
    await trx
      .updateTable('offer')
      .set({ expiresAt, extendedAt: now, extensionReason })
      .where('id', '=', offer.id)
      .execute()
    // The landlord's days of holding count from the offer: more time to answer is not more time held.
    await setHoldLapse(trx, referral.id, holdLapse(terms, offer.offeredAt, expiresAt))
    return { ok: true, offerExpiresAt: expiresAt }
  }
}
