import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The provider puts the referral on its waiting list; it must be reconfirmed every 14 days. */
export async function addToWaitingList(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const details = { note: input.note ?? '' }
  return actOnReferral(app, viewer, input, request, { event: 'add_to_waiting_list', details })
}
