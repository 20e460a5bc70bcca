import type { EventSpec } from '../event-spec'
import type { Message } from '../message'

const TOLD = {
  name: 'stay_goes_on',
  subject: 'Referral {R}: the bedspace is not free yet',
  happened: 'Somebody still stays in the bedspace for referral {R}. Nothing is cancelled.',
  toDo: 'The provider reconfirms once the bedspace is free, or declines. Please sign in and agree what to do meanwhile.',
} as const satisfies Message

/** Somebody still stays in the bedspace that is promised. Safe for the browser. */
export const stayGoesOn = {
  happened: 'Somebody still stays in the bedspace',
  tells: [
    { to: 'referrer', message: TOLD, wholeTeam: true },
    { to: 'provider', message: TOLD },
  ],
} as const satisfies EventSpec
