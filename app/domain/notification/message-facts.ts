import { href } from '~/paths'
import type { MessageFacts } from './render-message'

/** What a message about a referral is told. `publicOrigin` has no slash at its end. */
export function messageFacts(
  publicOrigin: string,
  referral: { id: string | null; reference: string | null },
): MessageFacts {
  const path = referral.id === null ? '/' : href('referrals/:referralId', { referralId: referral.id })
  return { reference: referral.reference, link: `${publicOrigin}${path}` }
}
