import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The provider says the person is still waiting; the 14 days start again. */
export async function reconfirmWaiting(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget,
  request: FormRequest,
): Promise<ActResult> {
  return actOnReferral(app, viewer, input, request, { event: 'reconfirm_waiting', details: {} })
}
