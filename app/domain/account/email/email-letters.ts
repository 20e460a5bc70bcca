import { formatInstant } from '../../time/calendar'

/** The letters about a change of the address somebody signs in with: to which of the two, and what they say. They name neither. */

interface EmailLetterFacts {
  link: string
  expiresAt: Date
}

interface EmailLetter {
  to: 'oldEmail' | 'newEmail'
  subject: string
  paragraphs: (facts: EmailLetterFacts) => readonly string[]
  /** Whether it is owed only while the link still opens something. */
  whileOpen: boolean
}

const NOT_YOU = 'If it was not you, change your password and tell your administrator at once.'

const EMAIL_LETTERS = {
  email_confirm: {
    to: 'newEmail',
    subject: 'Confirm your email address for Throughgate',
    paragraphs: ({ link, expiresAt }) => [
      'Somebody who is signed in to Throughgate asks to sign in with this email address from now on.',
      `If it was you, open this link and confirm it. It works once, until ${formatInstant(expiresAt)}.`,
      link,
      'If it was not you, do nothing: nothing is changed.',
    ],
    whileOpen: true,
  },
  email_asked: {
    to: 'oldEmail',
    subject: 'Another email address was asked for, for your account',
    paragraphs: () => [
      'Somebody who is signed in as you asks to sign in with another email address. It holds once it is confirmed there.',
      NOT_YOU,
    ],
    whileOpen: false,
  },
  email_left: {
    to: 'oldEmail',
    subject: 'Your account is no longer at this email address',
    paragraphs: () => [
      'The email address of your account on Throughgate was changed: this one does not sign in any more.',
      NOT_YOU,
    ],
    whileOpen: false,
  },
  email_taken_up: {
    to: 'newEmail',
    subject: 'You sign in with this email address from now on',
    paragraphs: () => [
      'The email address of your account on Throughgate was changed: you sign in with this one, and the password you had.',
    ],
    whileOpen: false,
  },
} as const satisfies Record<string, EmailLetter>

export type EmailTemplate = keyof typeof EMAIL_LETTERS

/** The letter of a stored name; null for any other. */
export function emailLetter(name: string): EmailLetter | null {
  const [, letter = null] = Object.entries(EMAIL_LETTERS).find(([each]) => each === name) ?? []
  return letter
}
