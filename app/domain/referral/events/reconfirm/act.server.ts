import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { Day } from '../../../time/calendar'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { stayToReconfirm } from '../../offer/moved-stay.server'
import {
  expiryTold,
  holdLapse,
  offerExpiry,
  type OfferTerms,
  offerTermsOf,
} from '../../offer/offer-terms.server'
import { latestOffer, replaceReferralClaims } from '../../offer/offer-claims.server'

/**
 * The provider confirms the offer or the place, for the new release date where that moved: the hold is cut to the new days, and an offer
 * that waited for an answer gets its full time again, or keeps what it had where an extension gave it more.
 */
export async function reconfirmOffer(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const step = { event: 'reconfirm', details: { note: input.note ?? '' } } as const
  return actOnReferral(app, viewer, input, request, { ...step, effect: trx => moveHold(app, trx) })
}

function moveHold(app: DomainContext, trx: Transaction<DB>): Effect {
  return async referral => {
    if (referral.releaseOn === null) return { ok: false, reason: 'date_not_known' }
    const now = app.clock()
    const offer = await latestOffer(trx, referral.id)
    const terms = await offerTermsOf(trx, referral.serviceId)
    const stay = await stayToReconfirm(trx, referral, offer, referral.releaseOn)
    const waitsForAnswer = referral.resumeState === 'offered'
    const expiresAt = waitsForAnswer ? fullTime(terms, offer, referral.releaseOn, now) : offer.expiresAt
    const lapsesAt = waitsForAnswer ? holdLapse(terms, now, expiresAt) : null
    const { bedspaceId } = offer
    const claim = { bedspaceId, kind: 'hold', from: stay.from, until: stay.until, lapsesAt } as const
    const claimed = await replaceReferralClaims(trx, referral, offer.id, claim, now)
    if (!claimed.ok) return { ok: false, reason: 'bedspace_taken', until: claimed.until }
    await trx
      .updateTable('offer')
      .set({ fromOn: stay.from, untilOn: stay.untilOn, expiresAt })
      .where('id', '=', offer.id)
      .execute()
    return { ok: true, offerExpiresAt: expiresAt }
  }
}

function fullTime(
  terms: OfferTerms,
  { expiresAt, extendedAt }: { expiresAt: Date; extendedAt: Date | null },
  releaseOn: Day,
  now: Date,
): Date {
  const again = offerExpiry(terms, now, releaseOn, now)
  if (extendedAt === null) return again
  const kept = expiryTold(expiresAt, releaseOn, now)
  return kept > again ? kept : again
}
