import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'

const TOLD = {
  name: 'closed_elsewhere',
  subject: 'Referral {R} is closed',
  happened: 'Referral {R} is closed: the person is placed elsewhere.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The person arrived at another place. Safe for the browser. */
export const closeElsewhere = {
  happened: 'Placed elsewhere',
  tells: [{ to: 'provider', message: TOLD }],
} as const satisfies EventSpec
