import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'

const TOLD = {
  name: 'offer_expired',
  subject: 'Referral {R}: the offer has expired',
  happened: 'Nobody answered the offer for referral {R} in time. The bedspace is free again.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The clock ends an offer nobody answered. Safe for the browser. */
export const expire = {
  happened: 'Offer expired',
  endsOffer: 'expired',
  tells: [
    { to: 'provider', message: TOLD },
    { to: 'referrer', message: TOLD },
  ],
} as const satisfies EventSpec
