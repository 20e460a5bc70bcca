/** What a person is told of their own second factor: that it happened, and not by what. */
export const FACTOR_MESSAGES = {
  added: {
    name: 'factor_added',
    subject: 'A second factor was added to your account',
    happened: 'Somebody who is signed in as you has added a way to prove that it is you.',
    toDo: 'If it was not you, change your password, take it away, and tell your administrator.',
  },
  removed: {
    name: 'factor_removed',
    subject: 'A second factor was removed from your account',
    happened: 'Somebody who is signed in as you has removed a way to prove that it is you.',
    toDo: 'If it was not you, change your password, and tell your administrator.',
  },
  recoveryCodeUsed: {
    name: 'recovery_code_used',
    subject: 'A recovery code was used to sign in to your account',
    happened: 'Somebody has signed in as you with your password and one of your recovery codes.',
    toDo: 'If it was not you, change your password, make new recovery codes, and tell your administrator.',
  },
  reset: {
    name: 'factors_reset',
    subject: 'Your second factor was reset',
    happened: 'An administrator has taken away how you prove that it is you, besides your password.',
    toDo: 'Sign in to set up a new one. If you did not ask for it, tell your administrator.',
  },
} as const

export type FactorMessage = keyof typeof FACTOR_MESSAGES
