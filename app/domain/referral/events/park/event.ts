import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'

const TOLD = {
  name: 'parked',
  subject: 'Referral {R} is parked',
  happened: 'Referral {R} is parked: please keep no bedspace for it for now.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** Another place was accepted. Safe for the browser. */
export const park = {
  happened: 'Parked',
  endsOffer: 'parked',
  tells: [{ to: 'provider', message: TOLD }],
} as const satisfies EventSpec
