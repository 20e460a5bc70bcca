import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The provider takes back what it asked for: the referral is under review again. */
export async function takeQuestionBack(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const details = { note: input.note ?? '' }
  return actOnReferral(app, viewer, input, request, { event: 'take_back_question', details })
}
