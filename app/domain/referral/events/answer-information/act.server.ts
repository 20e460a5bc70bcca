import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The referrer answers what was asked; what belongs in the case is answered there, and the note says so. */
export async function answerInformation(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string },
  request: FormRequest,
): Promise<ActResult> {
  const details = { note: input.note }
  return actOnReferral(app, viewer, input, request, { event: 'answer_information', details })
}
