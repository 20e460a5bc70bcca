/** What an officer is told of the queue. It names no person and no answer. */
export const QUEUE_MESSAGES = {
  answered: {
    name: 'queue_answered',
    subject: 'The region’s coordinator has answered',
    happened: 'The coordinator has answered about somebody whom nothing fits.',
    toDo: 'Sign in and open the case to read the answer.',
  },
} as const
