import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { afterTurnaround, holdWithoutDate, offerTermsOf } from '../../offer/offer-terms.server'
import { latestOffer, replaceReferralClaims, setHoldLapse } from '../../offer/offer-claims.server'

/** The bedspace is held on, for as long as one is held while no release date is known; claimed anew where the hold was lost. */
export async function keepHoldingBed(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget,
  request: FormRequest,
): Promise<ActResult> {
  const step = { event: 'keep_holding', details: {} } as const
  return actOnReferral(app, viewer, input, request, { ...step, effect: trx => holdOn(app, trx) })
}

function holdOn(app: DomainContext, trx: Transaction<DB>): Effect {
  return async referral => {
    if (referral.releaseOn !== null) return { ok: false, reason: 'date_is_known' }
    const now = app.clock()
    const terms = await offerTermsOf(trx, referral.serviceId)
    const holdEndsAt = holdWithoutDate(terms, now)
    if (await setHoldLapse(trx, referral.id, holdEndsAt)) return { ok: true, holdEndsAt }
    const offer = await latestOffer(trx, referral.id)
    const { bedspaceId, fromOn: from } = offer
    const until = afterTurnaround(terms, offer.untilOn)
    const claim = { bedspaceId, kind: 'hold', from, until, lapsesAt: holdEndsAt } as const
    const claimed = await replaceReferralClaims(trx, referral, offer.id, claim, now)
    return claimed.ok
      ? { ok: true, holdEndsAt }
      : { ok: false, reason: 'bedspace_taken', until: claimed.until }
  }
}
