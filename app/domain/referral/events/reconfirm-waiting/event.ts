import type { EventSpec } from '../event-spec'
import { nothingToFill } from '../note-field'

/** The provider says that the person is still on the waiting list. Safe for the browser. */
export const reconfirmWaiting = {
  happened: 'Still on the waiting list',
  tells: [],
  screen: {
    words: {
      title: 'Still on the waiting list',
      lede: 'You are asked again in 14 days.',
      button: 'Still on the waiting list',
      done: 'Noted. You are asked again in 14 days',
      isOneTap: true,
    },
    form: () => nothingToFill,
  },
} as const satisfies EventSpec
