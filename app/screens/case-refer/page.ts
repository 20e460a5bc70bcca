import { type Refusal, type RefusalReason, refusalStatus, refusalText } from '~/domain/referral/refusal'

/** A second referral of a case to the same service: nothing was sent, the open one is a link away. */
export function alreadyReferred({ referralId }: Extract<Refusal, { reason: 'already_referred' }>) {
  return {
    title: 'This case already has an open referral to this service',
    paragraphs: [
      'Nothing was sent. The open referral stands as it was.',
      'To refer again, the open one must end first.',
    ],
    link: { text: 'Open the referral', href: `/referrals/${referralId}` },
  }
}

/** Why a referral was not sent: beside which field ('' for none), in which words, with which status. */
export function notReferred(reason: RefusalReason) {
  const field = reason === 'names_person' ? 'justification' : ''
  return [field, refusalText(reason), refusalStatus(reason) === 409 ? 409 : 422] as const
}
