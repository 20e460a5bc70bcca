import { href } from '~/paths'
import type { MessageFacts } from './render-message'

/** What a message about a referral, or about a service, is told. `publicOrigin` has no slash at its end. */
export function messageFacts(
  publicOrigin: string,
  {
    referral,
    serviceId,
  }: { referral: { id: string | null; reference: string | null }; serviceId: string | null },
): MessageFacts {
  return { reference: referral.reference, link: `${publicOrigin}${pathOf(referral.id, serviceId)}` }
}

function pathOf(referralId: string | null, serviceId: string | null): string {
  if (referralId !== null) return href('referrals/:referralId', { referralId })
  return serviceId === null ? '/' : href('services/:serviceId', { serviceId })
}
