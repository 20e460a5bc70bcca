import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { RequestItem } from '../../referral'

/** The provider asks the referrer for named items, with a note where the items do not say it all. */
export async function requestInformation(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { items: readonly RequestItem[]; note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const details = { items: input.items, note: input.note ?? '' }
  return actOnReferral(app, viewer, input, request, {
    event: 'request_information',
    details,
    effect: () => () => Promise.resolve({ ok: true, changes: { requestedItems: [...input.items] } }),
  })
}
