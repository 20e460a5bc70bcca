import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The provider goes back to reviewing after an assessment that settled nothing. */
export async function returnToReview(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const details = { note: input.note ?? '' }
  return actOnReferral(app, viewer, input, request, { event: 'return_to_review', details })
}
