import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { LockedReferral } from '../../record/lock-referral.server'
import { acceptedPlaceOf } from '../../offer/accepted-place.server'
import { afterTurnaround, holdWithoutDate, offerTermsOf } from '../../offer/offer-terms.server'
import { parkOthers } from '../../record/other-referrals.server'
import type { Refusal } from '../../refusal'
import {
  type LatestOffer,
  latestOffer,
  replaceReferralClaims,
  setHoldLapse,
} from '../../offer/offer-claims.server'

/**
 * The officer records the person's yes. The hold becomes firm; her other referrals lose their holds and are parked. One she had
 * said yes to already is freed only where that was said.
 */
export async function acceptOffer(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string | null; freesOther?: boolean },
  request: FormRequest,
): Promise<ActResult> {
  const step = { event: 'accept', details: { agreed: true, note: input.note ?? '' } } as const
  return actOnReferral(app, viewer, input, request, {
    ...step,
    effect: trx => keepBed(app, trx, input.freesOther ?? false),
    then: (trx, accepted) => parkOthers(app, trx, viewer, accepted),
  })
}

function keepBed(app: DomainContext, trx: Transaction<DB>, freesOther: boolean): Effect {
  return async referral => {
    const now = app.clock()
    if (!freesOther && (await acceptedPlaceOf(trx, referral)))
      return { ok: false, reason: 'another_accepted' }
    const offer = await latestOffer(trx, referral.id)
    if (offer.endedAt !== null || offer.expiresAt <= now) return { ok: false, reason: 'offer_expired' }
    // Without a release date the hold has an end: else a bedspace would be held for good for nobody knows when.
    const holdEndsAt =
      referral.releaseOn === null ? holdWithoutDate(await offerTermsOf(trx, referral.serviceId), now) : null
    const kept =
      (await setHoldLapse(trx, referral.id, holdEndsAt)) ||
      (await holdAgain(trx, referral, offer, holdEndsAt, now))
    if (kept !== true) return kept
    await trx
      .updateTable('offer')
      .set({ endedAt: now, ending: 'accepted' })
      .where('id', '=', offer.id)
      .execute()
    return holdEndsAt === null ? { ok: true } : { ok: true, holdEndsAt }
  }
}

/** The landlord's hold was shorter than the offer, and somebody freed it: the bedspace must be claimed anew. */
async function holdAgain(
  trx: Transaction<DB>,
  referral: LockedReferral,
  offer: LatestOffer,
  lapsesAt: Date | null,
  now: Date,
): Promise<true | Refusal> {
  const terms = await offerTermsOf(trx, referral.serviceId)
  const { bedspaceId, fromOn: from, untilOn } = offer
  const claim = { bedspaceId, kind: 'hold', from, until: afterTurnaround(terms, untilOn), lapsesAt } as const
  const claimed = await replaceReferralClaims(trx, referral, offer.id, claim, now)
  return claimed.ok ? true : { ok: false, reason: 'bedspace_taken', until: claimed.until }
}
