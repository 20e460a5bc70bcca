/** What an officer is told of the queue. It names no person and no answer. */
export const QUEUE_MESSAGES = {
  answered: {
    name: 'queue_answered',
    subject: 'The region’s coordinator has answered',
    happened: 'The coordinator has answered about somebody whom nothing fits.',
    toDo: 'Sign in and open the case to read the answer.',
  },
  end_corrected: {
    name: 'queue_end_corrected',
    subject: 'How a case left the coordinator’s queue was put right',
    happened:
      'How somebody whom nothing fits left the region’s queue was recorded wrongly, and has been said anew.',
    toDo: 'Sign in and open the case to read it, under “Nobody fits”.',
  },
} as const
