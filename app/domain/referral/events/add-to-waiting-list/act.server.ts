import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { GivenReasons } from '../../reasons'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The provider puts the referral on its waiting list, and says why; it must be reconfirmed every 14 days. */
export async function addToWaitingList(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { reasons: GivenReasons },
  request: FormRequest,
): Promise<ActResult> {
  const details = { reasons: input.reasons }
  return actOnReferral(app, viewer, input, request, { event: 'add_to_waiting_list', details })
}
