import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { optionalNote } from '../note-field'

const TOLD = {
  name: 'approval',
  subject: 'Referral {R}: the address check has moved on',
  happened: 'The approval of the address for referral {R} has changed.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The referrer says that the address must be approved first. Safe for the browser. */
export const askApproval = {
  happened: 'Waits for approval of the address',
  tells: [{ to: 'provider', message: TOLD }],
  screen: {
    words: {
      title: 'Wait for approval of the address',
      lede: 'Probation, or the check for home detention curfew, must approve the address first. The bedspace stays held.',
      button: 'Wait for approval',
      done: 'The referral waits for approval of the address. The bedspace stays held',
      isOneTap: true,
    },
    form: () => optionalNote,
    isNeverFirst: true,
  },
} as const satisfies EventSpec
