import { SENT_BEFORE } from '~/http/respond.server'

/** Why nothing was done, above the form. */
export const NOT_COORDINATED = {
  taken: 'A colleague has taken this case. Read how it stands below',
  different: SENT_BEFORE,
} as const

/** What the next page says of what was done. */
export const QUEUE_DONE = {
  taken: 'You have taken this case',
  struck: 'The words are struck out',
  kept: 'Your answer is sent. The case stays in the queue',
  ended: 'Your answer is sent, and the case has left the queue',
} as const
