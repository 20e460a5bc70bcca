import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The referrer records that the address is approved. Where it is not, see refuse-address. */
export async function recordApproval(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  return actOnReferral(app, viewer, input, request, { event: 'approve', details: { note: input.note ?? '' } })
}
