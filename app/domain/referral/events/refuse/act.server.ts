import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { GivenReasons } from '../../reasons'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The officer records the person's no, with her reasons. The bedspace is free again. */
export async function refuseOffer(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { reasons: GivenReasons },
  request: FormRequest,
): Promise<ActResult> {
  const step = { event: 'refuse', details: { agreed: false, reasons: input.reasons } } as const
  return actOnReferral(app, viewer, input, request, step)
}
