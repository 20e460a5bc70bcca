/** A message that tells of an event. `{R}` stands for the referral's reference; what it says of a person stays behind sign-in. */
export interface Message {
  /** Kept with every message that was owed (message.template): it stays when the words change. */
  name: string
  subject: string
  happened: string
  toDo: string
}

export const SIGN_IN_TO_READ = 'Sign in to read it.'
