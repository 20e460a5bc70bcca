type Over = 'used' | 'expired' | 'taken'

/** What the link of a new address says that changes nothing any more. */
export const OVER: Readonly<Record<Over, { title: string; paragraphs: string[] }>> = {
  used: {
    title: 'This link has been used',
    paragraphs: [
      'A link to confirm an email address works once, and asking again makes the one before void.',
      'Your account page says which address you sign in with.',
    ],
  },
  expired: {
    title: 'This link has ended',
    paragraphs: ['It held for a day. Nothing was changed: ask again on your account page.'],
  },
  taken: {
    title: 'Another account has this address',
    paragraphs: [
      'Somebody signs in with it by now. Nothing was changed: ask for another on your account page.',
    ],
  },
}
