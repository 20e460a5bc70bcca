import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { optionalNote } from '../note-field'

const TOLD = {
  name: 'reconfirmed',
  subject: 'Referral {R} is reconfirmed',
  happened: 'The provider has reconfirmed the bedspace for referral {R}.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The provider confirms a bedspace again after its days moved. Safe for the browser. */
export const reconfirm = {
  happened: 'Reconfirmed',
  tells: [{ to: 'referrer', message: TOLD }],
  screen: {
    words: {
      title: 'Reconfirm the bedspace',
      lede: 'The bedspace is held for the days as they are now, and the referrer is told.',
      button: 'Reconfirm the bedspace',
      done: 'Reconfirmed. The bedspace is held for the days as they are now',
      isOneTap: true,
    },
    form: () => optionalNote,
    isPointless: ({ releaseOn, isBlocked }) => releaseOn === null || isBlocked,
    whenTaken:
      'Free it first on your vacancies, give another room where that can be done, or decline with the reason',
  },
} as const satisfies EventSpec
