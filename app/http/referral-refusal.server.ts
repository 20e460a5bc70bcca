import { refusalPage } from './respond.server'

/** A second referral of a case to the same service: nothing was sent, the open one is a link away. */
export function alreadyReferredPage(referralId: string) {
  return refusalPage(409, {
    title: 'This case already has an open referral to this service',
    paragraphs: [
      'Nothing was sent. The open referral stands as it was.',
      'To refer again, the open one must end first.',
    ],
    link: { text: 'Open the referral', href: `/referrals/${referralId}` },
  })
}
