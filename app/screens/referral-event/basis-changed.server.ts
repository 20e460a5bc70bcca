import { data } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { carriedBy, isOfAnotherDay } from '~/domain/referral/changes/carried'
import { basisWords } from '~/screens/referral-event/conflict.server'
import { findReferralFor } from '~/domain/referral/record/referral-queries.server'
import { drawnAnew, type RefusedForm } from '~/http/parse-form.server'

/**
 * 409 where the release date moved, or an answer changed, while the form of an event was open: from what to what, and what was
 * typed, so that the form is drawn again. Null where nothing did.
 */
export async function basisChanged(
  context: DomainContext,
  viewer: SignedInViewer,
  referralId: string,
  { seen, reply }: Pick<RefusedForm, 'seen' | 'reply'>,
) {
  const referral = seen && (await findReferralFor(context, viewer, referralId))
  if (!referral || !isOfAnotherDay(seen, carriedBy(referral))) return null
  const differs = await basisWords(context, viewer, referral, seen)
  return data({ changed: { submission: drawnAnew(reply.data.submission), differs } }, { status: 409 })
}
