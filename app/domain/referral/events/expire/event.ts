import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'

const SUBJECT = 'Referral {R}: the offer has expired'

const TOLD = {
  name: 'offer_expired',
  subject: SUBJECT,
  happened: 'Nobody answered the offer for referral {R} in time. The bedspace is free again.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

const LAPSED = {
  name: 'offer_lapsed',
  subject: SUBJECT,
  happened:
    'Nobody answered the offer for referral {R} in time. The bedspace is free again, and the referral is under review.',
  toDo: 'Sign in, and ring the provider if the person still wants the place. A second offer that nobody answers ends the referral.',
} as const satisfies Message

const LAPSED_HERE = {
  name: 'offer_lapsed_here',
  subject: SUBJECT,
  happened: LAPSED.happened,
  toDo: 'Sign in to offer again or to decline. A second offer that nobody answers ends the referral.',
} as const satisfies Message

/** The clock ends an offer nobody answered: the first time it is under review again, the second time it ends. Safe for the browser. */
export const expire = {
  happened: 'Offer expired',
  endsOffer: 'expired',
  tells: [
    { to: 'provider', message: LAPSED_HERE, when: (_from, to) => to === 'under_review' },
    { to: 'referrer', message: LAPSED, wholeTeam: true, when: (_from, to) => to === 'under_review' },
    { to: 'provider', message: TOLD, when: (_from, to) => to === 'expired' },
    { to: 'referrer', message: TOLD, when: (_from, to) => to === 'expired' },
  ],
} as const satisfies EventSpec
