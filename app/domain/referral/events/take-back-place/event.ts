import type { EventSpec } from '../event-spec'
import type { Message } from '../message'
import { reasonsForm } from '../reasons-form'
import { TAKE_BACK_REASONS, TAKEN_BACK } from '../taking-back'

const TOLD_REFERRER = {
  name: 'place_taken_back',
  subject: 'Referral {R}: the place is taken back',
  happened: 'The provider has taken back the accepted place for referral {R}. It is under review again.',
  toDo: 'Sign in to read why. Referrals that were parked for this place can be reopened.',
} as const satisfies Message

const TOLD_PROVIDER = {
  name: 'place_taken_back_here',
  subject: TOLD_REFERRER.subject,
  happened: 'A colleague has taken back the accepted place for referral {R}. It is under review again.',
  toDo: 'Sign in to read why, and to decide what comes next.',
} as const satisfies Message

/** The provider takes back a place the person had said yes to (product.md, "Lifecycle"). Safe for the browser. */
export const takeBackPlace = {
  happened: 'Place taken back',
  reasons: TAKE_BACK_REASONS,
  endsOffer: TAKEN_BACK,
  tells: [
    { to: 'referrer', message: TOLD_REFERRER, wholeTeam: true },
    { to: 'provider', message: TOLD_PROVIDER },
  ],
  screen: {
    words: {
      title: 'Take the place back',
      lede: 'Phone the referrer first: the person counts on this place. The bedspace is no longer held for the person, and the referral is under review again. The referrer is told why.',
      button: 'Take the place back',
      done: 'The place is taken back, and the referrer has been told why',
    },
    form: () => reasonsForm(TAKE_BACK_REASONS),
    isWarning: true,
    isNeverFirst: true,
  },
} as const satisfies EventSpec
