import { href } from '~/paths'
import { signLink } from '../account/signed-link.server'
import { leadsToOwnEntry } from '../record-change/keeper-messages'
import { LATE_MESSAGES } from '../referral/late-steps'
import type { MessageFacts } from './render-message'

/** What a message is about: a referral, a service, a nomination, a note about an entry, or what a link confirms. */
interface About {
  /** The stored name of the message. */
  template: string
  referral: { id: string | null; reference: string | null }
  serviceId: string | null
  nominationId: string | null
  entryNoteId: string | null
  /** Of the link that confirms what is asked, signed; null for any other message. */
  verifyToken: string | null
}

/** What a message is told. `publicOrigin` has no slash at its end. */
export function messageFacts(publicOrigin: string, about: About): MessageFacts {
  return { reference: about.referral.reference, link: `${publicOrigin}${pathOf(about)}` }
}

function pathOf({
  template,
  referral: { id: referralId },
  serviceId,
  nominationId,
  entryNoteId,
  verifyToken,
}: About): string {
  if (verifyToken !== null) return href('verify/:token', { token: verifyToken })
  if (referralId !== null) return href('referrals/:referralId', { referralId })
  if (nominationId !== null) return href('nominations/:nominationId', { nominationId })
  if (entryNoteId !== null) return href('entry-notes/:noteId', { noteId: entryNoteId })
  if (serviceId === null) return '/'
  if (template === LATE_MESSAGES.otherStays.name) return href('today', {})
  return href(leadsToOwnEntry(template) ? 'our-services/:serviceId' : 'services/:serviceId', { serviceId })
}

/** The token of a message's link that confirms; null for a message without one. */
export function verifyTokenOf(linkKey: Buffer, confirmationLinkId: string | null): string | null {
  return confirmationLinkId === null ? null : signLink(linkKey, 'policy-reminder', confirmationLinkId)
}
