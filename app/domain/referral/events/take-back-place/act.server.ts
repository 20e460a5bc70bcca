import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { GivenReasons } from '../../reasons'

/**
 * The provider takes back an accepted place, with reasons: the bedspace is free, the referral is under review again, and what
 * was parked for it can be reopened.
 */
export async function takePlaceBack(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { reasons: GivenReasons },
  request: FormRequest,
): Promise<ActResult> {
  const deed = { event: 'take_back_place', details: { reasons: input.reasons } } as const
  return actOnReferral(app, viewer, input, request, deed)
}
