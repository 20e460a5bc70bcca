import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { optionalNote } from '../note-field'

const TOLD = {
  name: 'approval',
  subject: 'Referral {R}: the address check has moved on',
  happened: 'The approval of the address for referral {R} has changed.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The referrer records that probation approved the address. Safe for the browser. */
export const approve = {
  happened: 'Address approved',
  tells: [{ to: 'provider', message: TOLD }],
  screen: {
    words: {
      title: 'The address is approved',
      lede: 'The provider is told that the person is coming.',
      button: 'Address approved',
      done: 'Approved. The provider has been told that the person is coming',
      isOneTap: true,
    },
    form: () => optionalNote,
  },
} as const satisfies EventSpec
