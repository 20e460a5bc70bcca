import { href } from '~/paths'
import type { MessageFacts } from './render-message'

/** What a message is about: a referral, a service or a nomination. */
interface About {
  referral: { id: string | null; reference: string | null }
  serviceId: string | null
  nominationId: string | null
}

/** What a message is told. `publicOrigin` has no slash at its end. */
export function messageFacts(publicOrigin: string, about: About): MessageFacts {
  return { reference: about.referral.reference, link: `${publicOrigin}${pathOf(about)}` }
}

function pathOf({ referral: { id: referralId }, serviceId, nominationId }: About): string {
  if (referralId !== null) return href('referrals/:referralId', { referralId })
  if (nominationId !== null) return href('nominations/:nominationId', { nominationId })
  return serviceId === null ? '/' : href('services/:serviceId', { serviceId })
}
