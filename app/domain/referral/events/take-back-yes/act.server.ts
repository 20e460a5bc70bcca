import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { latestOffer, setHoldLapse } from '../../offer/offer-claims.server'
import { holdLapse, offerTermsOf } from '../../offer/offer-terms.server'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The officer takes back a yes that was recorded by mistake: the offer waits for its answer for what is left of its time. */
export async function takeYesBack(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string },
  request: FormRequest,
): Promise<ActResult> {
  const step = { event: 'take_back_yes', details: { note: input.note } } as const
  return actOnReferral(app, viewer, input, request, { ...step, effect: waitAgain })
}

/** The hold is what it was with the offer: neither the yes nor its taking back buys the landlord or the person time. */
function waitAgain(trx: Transaction<DB>): Effect {
  return async referral => {
    const { id, offeredAt, expiresAt } = await latestOffer(trx, referral.id)
    const terms = await offerTermsOf(trx, referral.serviceId)
    await setHoldLapse(trx, referral.id, holdLapse(terms, offeredAt, expiresAt))
    await trx.updateTable('offer').set({ endedAt: null, ending: null }).where('id', '=', id).execute()
    return { ok: true, offerExpiresAt: expiresAt }
  }
}
