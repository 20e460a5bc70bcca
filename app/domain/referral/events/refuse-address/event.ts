import type { EventSpec } from '../event-spec'
import type { Message } from '../message'
import { optionalNote } from '../note-field'

const SUBJECT = 'Referral {R}: the address is refused'

const TO_REVIEW = {
  name: 'address_refused',
  subject: SUBJECT,
  happened:
    'Probation has refused the address for referral {R}. The bedspace is free again, and the referral is under review.',
  toDo: 'Referrals that were parked for this place can be reopened. The provider of this one offers a bedspace at another address, or declines: please sign in.',
} as const satisfies Message

const TO_REVIEW_HERE = {
  name: 'address_refused_here',
  subject: SUBJECT,
  happened: TO_REVIEW.happened,
  toDo: 'Please sign in to offer a bedspace at another address, or to decline.',
} as const satisfies Message

const ENDED = {
  name: 'address_refused_ended',
  subject: SUBJECT,
  happened:
    'Probation has refused the address for referral {R}, and the service has no other. The referral has ended.',
  toDo: 'Sign in to refer elsewhere. Referrals that were parked for this place can be reopened.',
} as const satisfies Message

const ENDED_HERE = {
  name: 'address_refused_ended_here',
  subject: SUBJECT,
  happened: ENDED.happened,
  toDo: 'The bedspace is free again: please keep it for this referral no longer.',
} as const satisfies Message

/**
 * The referrer records on probation's word that the address is refused (product.md, "Lifecycle"): under review where the
 * service may have a bed at another address, else declined with that reason. Safe for the browser.
 */
export const refuseAddress = {
  happened: 'Address refused by probation',
  tells: [
    { to: 'referrer', message: TO_REVIEW, wholeTeam: true, when: (_from, to) => to === 'under_review' },
    { to: 'provider', message: TO_REVIEW_HERE, when: (_from, to) => to === 'under_review' },
    { to: 'referrer', message: ENDED, wholeTeam: true, when: (_from, to) => to === 'declined' },
    { to: 'provider', message: ENDED_HERE, when: (_from, to) => to === 'declined' },
  ],
  screen: {
    words: {
      title: 'Probation has refused the address',
      lede: 'The bedspace is free again at once, and the provider is told.',
      button: 'Record that the address is refused',
      done: 'Recorded. The bedspace is free, and the provider has been told',
    },
    wordsTo: {
      under_review: {
        lede: 'The bedspace is free again at once. The referral goes back to review, because the service may have a bedspace at another address. The provider is told.',
        done: 'Recorded. The bedspace is free, and the provider has been told. The referral is under review for another address',
      },
      declined: {
        lede: 'The bedspace is free again at once. The service has no other address, so the referral ends with this as the reason. The provider is told.',
        done: 'Recorded. The bedspace is free, and the provider has been told. The referral has ended: refer elsewhere',
      },
    },
    form: () => optionalNote,
    isWarning: true,
    isNeverFirst: true,
  },
} as const satisfies EventSpec
