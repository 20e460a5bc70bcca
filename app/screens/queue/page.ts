import { SENT_BEFORE } from '~/http/respond.server'

/** Why how a case left the queue was not said anew. */
export const NOT_CORRECTED = {
  already: 'This is how it stands, or a colleague has put it right first. Read how it stands below',
  different: SENT_BEFORE,
} as const

export const END_CORRECTED =
  'Put right. What it said before stays in the history, and the prison’s team is told'

export const ANSWER_STRUCK = 'The words are struck out, for the prison’s team as well'
