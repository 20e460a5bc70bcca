import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The provider records the answer that came by phone, in its own words: both sides read them. */
export async function recordPhoneAnswer(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string },
  request: FormRequest,
): Promise<ActResult> {
  const details = { note: input.note }
  return actOnReferral(app, viewer, input, request, { event: 'answered_by_phone', details })
}
