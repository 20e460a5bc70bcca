import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { nothingToFill } from '../note-field'

const TOLD = {
  name: 'reopened',
  subject: 'Referral {R} is open again',
  happened: 'Referral {R} is no longer parked.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The referrer takes a parked referral up again. Safe for the browser. */
export const reopen = {
  happened: 'Reopened',
  tells: [{ to: 'provider', message: TOLD }],
  screen: {
    words: {
      title: 'Reopen this referral',
      lede: 'It goes back to where it was; a bedspace that was freed is not held again. The provider is told.',
      button: 'Reopen',
      done: 'Reopened. The provider has been told',
      isOneTap: true,
    },
    form: () => nothingToFill,
  },
} as const satisfies EventSpec
