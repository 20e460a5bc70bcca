import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { noShowAllowedFrom } from '../../due'
import type { GivenReasons } from '../../reasons'
import { latestOffer } from '../../offer/offer-claims.server'

/**
 * The person did not come: the bedspace is free, and the referrer can reopen her other referrals. Not before noon of the
 * first working day after she was expected.
 */
export async function markNoShow(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { reasons: GivenReasons },
  request: FormRequest,
): Promise<ActResult> {
  const step = { event: 'no_show', details: { reasons: input.reasons } } as const
  return actOnReferral(app, viewer, input, request, { ...step, effect: trx => onlyAfterNoon(app, trx) })
}

function onlyAfterNoon(app: DomainContext, trx: Transaction<DB>): Effect {
  return async referral => {
    const offer = await latestOffer(trx, referral.id)
    const from = noShowAllowedFrom(offer.fromOn, referral.releaseOn)
    if (app.clock() >= from) return { ok: true }
    return { ok: false, reason: 'too_early_for_no_show', from: from.toISOString() }
  }
}
