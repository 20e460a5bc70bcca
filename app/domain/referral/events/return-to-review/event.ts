import type { EventSpec } from '../event-spec'
import { optionalNote } from '../note-field'

/** The provider goes back to reviewing after an assessment that settled nothing. Safe for the browser. */
export const returnToReview = {
  happened: 'Returned to review',
  tells: [],
  screen: {
    words: {
      title: 'Return to review',
      lede: 'The assessment settled nothing, or was not held. You have 3 working days to book another or to decide.',
      button: 'Return to review',
      done: 'The referral is under review again',
      isOneTap: true,
    },
    form: () => optionalNote,
  },
} as const satisfies EventSpec
