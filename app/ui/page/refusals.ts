export interface RefusalWords {
  title: string
  paragraphs: readonly string[]
  /** Where to go from here; the start page when there is none. */
  link?: { text: string; href: string } | null
  /** What the person had written and is not saved, to copy from. */
  typed?: readonly string[]
}

const REFUSALS: Readonly<Record<number, RefusalWords>> = {
  400: {
    title: 'This page could not read what was sent',
    paragraphs: ['Nothing was changed. Go back, check what you entered and try again.'],
  },
  403: {
    title: 'You cannot do this',
    paragraphs: [
      'Nothing was changed. Your account may not do this, or the form came from another site.',
      'If you think you should be able to, ask the person who manages your organisation on Throughgate.',
    ],
  },
  404: {
    title: 'Page not found',
    paragraphs: [
      'If you typed the address, check it is right. If you followed a link, what it led to may have closed or moved.',
    ],
  },
  405: {
    title: 'This page cannot be asked for in that way',
    paragraphs: ['Nothing was changed. Open the page by its address, or send its form.'],
  },
  409: {
    title: 'Someone changed this while you were working',
    paragraphs: [
      'Your change was not saved, so that theirs is not lost.',
      'Go back, load the page again to see what it says now, then make your change again if it is still needed.',
    ],
  },
  413: {
    title: 'What you sent is too large',
    paragraphs: ['Nothing was changed. Go back and send a shorter text or a smaller file.'],
  },
  412: {
    title: 'This file has changed',
    paragraphs: ['You asked for it as it was before. Load it again to have it as it is now.'],
  },
  415: {
    title: 'This page could not read what was sent',
    paragraphs: [
      'Nothing was changed. It takes the answers of its own form, and no file. Go back and send the form again.',
    ],
  },
  416: {
    title: 'That part of the file is not there',
    paragraphs: ['Load the whole file instead.'],
  },
  429: {
    title: 'Too many tries',
    paragraphs: ['Nothing was changed. Wait a few minutes, then try again.'],
  },
  503: {
    title: 'Throughgate is not available just now',
    paragraphs: [
      'What you sent may not have been saved. Wait a minute, then load the page again to see.',
      'If someone needs a bed today, phone the provider or the council’s housing options team.',
    ],
  },
}

export interface DatabaseFailureWords extends RefusalWords {
  inTheLog: string
}

const SENT_ONCE =
  'If you were sending a form, go back and send it again: it is done once, however often it is sent.'

/** A form drawn for somebody else than who is signed in now. */
export function anothersForm(now: { personName: string; organisationName: string }): RefusalWords {
  return {
    title: 'This form was opened by somebody else',
    paragraphs: [
      `You are now signed in as ${now.personName}, ${now.organisationName}. The form was opened before, by somebody who used this browser.`,
      'Nothing was changed, and what was typed is not shown here: it may be about somebody you do not work with.',
      'To do this yourself, open the page again from the start page. To send it as the other person, sign out first and let them sign in.',
    ],
  }
}

/** When a client may ask again, after a 503. */
export const RETRY_AFTER_SECONDS = 5

/** What is said when the database is away, and when there is more to do than can be done in time. */
export const DATABASE_FAILURES = {
  away: {
    title: 'Throughgate cannot reach its records just now',
    paragraphs: [
      'Nothing you sent has been lost that was confirmed to you.',
      `Wait a minute, then load the page again. ${SENT_ONCE}`,
      'If someone needs a bed today, phone the provider or the council’s housing options team.',
    ],
    inTheLog: 'The database does not answer',
  },
  busy: {
    title: 'Throughgate is busy just now',
    paragraphs: [
      'Many people are using it at this moment. Nothing you sent has been lost that was confirmed to you.',
      `Wait a few seconds, then load the page again. ${SENT_ONCE}`,
    ],
    inTheLog: 'The database could not do this in time',
  },
} as const satisfies Record<string, DatabaseFailureWords>

/** Words for a failure nobody foresaw. */
export const OUR_FAULT: RefusalWords = {
  title: 'Something went wrong',
  paragraphs: [
    'This is our fault, and it has been noted. What you sent may not have been saved: load the page again to see.',
    'If someone needs a bed today, phone the provider or the council’s housing options team.',
  ],
}

/** What the page for this HTTP status says when the refusal brings no words of its own. */
export function refusalFor(status: number): RefusalWords {
  return REFUSALS[status] ?? OUR_FAULT
}

/** Somebody worked on for an organisation, or handed over to one, in the instant it was closed. */
export const ORGANISATION_CLOSED = {
  title: 'That organisation has closed',
  paragraphs: [
    'It was closed while you had this page open, and nothing you sent was saved.',
    'If it should be open, ring the regional team: they can open it again.',
  ],
}
