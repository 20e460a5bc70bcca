type Over = 'used' | 'expired'

/** What the link of a reset says that resets nothing any more. */
export const OVER: Readonly<Record<Over, { title: string; paragraphs: string[] }>> = {
  used: {
    title: 'This link has been used',
    paragraphs: [
      'A link to reset a password works once, and a newer password makes those before it void.',
      'Sign in with the password you chose, or ask for another link.',
    ],
  },
  expired: {
    title: 'This link has ended',
    paragraphs: ['A link to reset a password holds for an hour. Ask for another.'],
  },
}

export const ANOTHER_LINK = { text: 'Ask for another link', href: '/reset-password' }
