import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { ADDRESS_REFUSED } from '../../reasons'

/** The referrer records that probation refused the address. The bedspace is free; the table says where the referral goes. */
export async function recordAddressRefused(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const reasons = { primary: ADDRESS_REFUSED, others: [], note: input.note }
  return actOnReferral(app, viewer, input, request, { event: 'refuse_address', details: { reasons } })
}
