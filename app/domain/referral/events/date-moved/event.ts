import type { EventSpec } from '../event-spec'
import type { Message } from '../message'

const MOVED = {
  name: 'date_moved',
  subject: 'Referral {R}: the release date has moved',
  happened: 'The release date behind referral {R} has moved. Nothing is cancelled.',
  toDo: 'Please reconfirm for the new date by the time its page says, or decline.',
} as const satisfies Message

/** Where nothing is held yet, there is nothing to reconfirm. */
const LOOK_AGAIN = {
  name: 'date_moved_look',
  subject: 'Referral {R}: the release date has moved',
  happened: 'The release date behind referral {R} has moved. The referral stands as it was.',
  toDo: 'Please sign in and look at it again: the time to act may have changed.',
} as const satisfies Message

/** The release date of the case moved. Safe for the browser. */
export const dateMoved = {
  happened: 'Release date moved',
  tells: [
    { to: 'provider', message: MOVED, when: (_from, to) => to === 'to_reconfirm' },
    { to: 'provider', message: LOOK_AGAIN, when: (_from, to) => to !== 'to_reconfirm' && to !== 'parked' },
  ],
} as const satisfies EventSpec
