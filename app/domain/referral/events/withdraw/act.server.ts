import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { GivenReasons } from '../../reasons'

/** The referrer withdraws, in any open state before arrival. An offered or held bedspace is free again at once. */
export async function withdrawReferral(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { reasons: GivenReasons },
  request: FormRequest,
): Promise<ActResult> {
  return actOnReferral(app, viewer, input, request, {
    event: 'withdraw',
    details: { reasons: input.reasons },
  })
}
