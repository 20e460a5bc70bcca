import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { setHoldLapse } from '../../offer/offer-claims.server'
import { holdOfOffer } from '../../offer/hold-of-offer.server'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { NOT_HELD } from './event'

/** The officer takes back a yes that was recorded by mistake: the offer waits for its answer for what is left of its time. */
export async function takeYesBack(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string },
  request: FormRequest,
): Promise<ActResult> {
  const step = { event: 'take_back_yes', details: { note: input.note } } as const
  return actOnReferral(app, viewer, input, request, { ...step, effect: trx => waitAgain(app, trx) })
}

/**
 * The hold is what it was with the offer: neither the yes nor its taking back buys the landlord or the person time. One that would have
 * lapsed by now holds nothing any more, which is said to both sides.
 */
function waitAgain(app: DomainContext, trx: Transaction<DB>): Effect {
  return async referral => {
    const { offer, lapsesAt } = await holdOfOffer(trx, referral)
    const isHeld = (await setHoldLapse(trx, referral.id, lapsesAt)) && lapsesAt > app.clock()
    await trx.updateTable('offer').set({ endedAt: null, ending: null }).where('id', '=', offer.id).execute()
    return { ok: true, offerExpiresAt: offer.expiresAt, was: isHeld ? [] : [NOT_HELD] }
  }
}
