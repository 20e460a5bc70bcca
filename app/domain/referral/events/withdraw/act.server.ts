import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { GivenReasons } from '../../reasons'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { narrowOthers } from '../change-agreement/narrow-others.server'
import { withdrawsAgreement } from '../event-details'

/** The referrer withdraws, in any open state before arrival. An offered or held bedspace is free again at once. */
export async function withdrawReferral(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { reasons: GivenReasons },
  request: FormRequest,
): Promise<ActResult> {
  const details = { reasons: input.reasons }
  return actOnReferral(app, viewer, input, request, {
    event: 'withdraw',
    details,
    ...(withdrawsAgreement(details) && { effect: trx => endAgreement(app, trx, viewer) }),
  })
}

/** An agreement is with a provider: where the person takes it back, no more than triage is read by her other referrals there. They stay open: a bed of theirs is not given up by a reason. */
function endAgreement(app: DomainContext, trx: Transaction<DB>, viewer: SignedInViewer): Effect {
  return async referral => {
    const alsoNarrowed = await narrowOthers(app, trx, viewer, { referral, agreedTier: 1 })
    return { ok: true, alsoNarrowed }
  }
}
