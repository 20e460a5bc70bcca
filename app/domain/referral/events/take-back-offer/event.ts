import type { EventSpec } from '../event-spec'
import type { Message } from '../message'
import { reasonsForm } from '../reasons-form'
import { TAKE_BACK_REASONS, TAKEN_BACK } from '../taking-back'

const TOLD = {
  name: 'offer_taken_back',
  subject: 'Referral {R}: the offer is taken back',
  happened: 'The provider has taken back the offer for referral {R}. It is under review again.',
  toDo: 'Sign in to read why.',
} as const satisfies Message

/** The provider takes back an offer nobody has answered (product.md, "Offers and holds"). Safe for the browser. */
export const takeBackOffer = {
  happened: 'Offer taken back',
  reasons: TAKE_BACK_REASONS,
  endsOffer: TAKEN_BACK,
  tells: [
    { to: 'referrer', message: TOLD, wholeTeam: true },
    { to: 'provider', message: TOLD },
  ],
  screen: {
    words: {
      title: 'Take back the offer',
      lede: 'The bedspace is no longer held for the person, and the referral is under review again. The referrer is told why.',
      button: 'Take back the offer',
      done: 'The offer is taken back, and the referrer has been told why',
    },
    form: () => reasonsForm(TAKE_BACK_REASONS),
    isWarning: true,
    isNeverFirst: true,
  },
} as const satisfies EventSpec
