import type { EventSpec } from '../event-spec'
import type { Message } from '../message'

const TOLD = {
  name: 'referral_changed',
  subject: 'Referral {R}: something has changed',
  happened: 'Something is not as it was when referral {R} was sent.',
  toDo: 'Please sign in and read it before you offer or answer.',
} as const satisfies Message

/** An answer of the decision is another than when the person was referred. Safe for the browser. */
export const changed = {
  happened: 'Changed since it was referred',
  tells: [
    { to: 'referrer', message: TOLD, wholeTeam: true, hourly: true },
    { to: 'provider', message: TOLD, onlyAssessor: true, hourly: true },
  ],
} as const satisfies EventSpec
