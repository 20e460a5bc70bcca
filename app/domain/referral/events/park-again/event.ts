import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'

const TOLD = {
  name: 'parked_again',
  subject: 'Referral {R} is parked again',
  happened: 'Referral {R} had closed, and is parked again: please keep no bedspace for it for now.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The arrival at another place was undone. Safe for the browser. */
export const parkAgainEvent = {
  happened: 'Parked again',
  tells: [{ to: 'provider', message: TOLD }],
} as const satisfies EventSpec
