import type { KeyObject } from 'node:crypto'

/** Keys of the account pages, worked out of the master key by the server. */
export interface AccountSecrets {
  /** Hides accounts and addresses in the sign-in throttle. */
  throttle: Buffer
  /** Seals the forms kept over a time-out. */
  keptForm: KeyObject
  /** Signs the links that are sent: invitations, resets, reminders. The worker has it too. */
  link: Buffer
  /** Seals the secrets of authenticator apps. */
  secondFactor: KeyObject
  /** Hides recovery codes. */
  recoveryCode: Buffer
  /** Marks a form with whom it was drawn for. */
  drawnFor: Buffer
  /** Seals what the next page says was done. */
  message: KeyObject
}
