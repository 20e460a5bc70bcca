import type { EventSpec } from '../event-spec'
import type { Message } from '../message'
import { optionalNote } from '../note-field'

const TOLD = {
  name: 'waiting_list',
  subject: 'Referral {R} is on a waiting list',
  happened: 'The provider has put referral {R} on its waiting list.',
  toDo: 'You may refer elsewhere at the same time.',
} as const satisfies Message

/** The provider puts the referral on its waiting list. Safe for the browser. */
export const addToWaitingList = {
  happened: 'Added to the waiting list',
  tells: [{ to: 'referrer', message: TOLD }],
  screen: {
    words: {
      title: 'Add to the waiting list',
      lede: 'The referrer is told. Every 14 days you are asked whether the person is still on the list.',
      button: 'Add to the waiting list',
      done: 'Added to the waiting list, and the referrer has been told',
    },
    form: () => optionalNote,
  },
} as const satisfies EventSpec
