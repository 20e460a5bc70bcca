import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { nothingToFill } from '../note-field'

const TOLD = {
  name: 'referral_taken',
  subject: 'Referral {R} is being assessed',
  happened: 'The provider has taken referral {R} to assess.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** A provider’s worker becomes the named assessor, or takes over from a colleague, which tells nobody. Safe for the browser. */
export const takeToAssess = {
  happened: 'Taken to assess',
  // Handing over within a team, where the state stays, tells nobody.
  tells: [{ to: 'referrer', message: TOLD, when: (from, to) => from !== to }],
  screen: {
    words: {
      title: 'Take this referral to assess',
      lede: 'You become the named assessor. What the person agreed to share opens to you and to your managers; the referrer is told.',
      button: 'Take to assess',
      done: 'You are the named assessor. What the person agreed to share is open to you below',
      isOneTap: true,
    },
    form: () => nothingToFill,
    isPointless: ({ isOwnAssessor }) => isOwnAssessor,
  },
} as const satisfies EventSpec
