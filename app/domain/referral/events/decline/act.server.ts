import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { GivenReasons } from '../../reasons'

/** The provider declines, with reasons; the referrer is told them. */
export async function declineReferral(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { reasons: GivenReasons },
  request: FormRequest,
): Promise<ActResult> {
  return actOnReferral(app, viewer, input, request, { event: 'decline', details: { reasons: input.reasons } })
}
