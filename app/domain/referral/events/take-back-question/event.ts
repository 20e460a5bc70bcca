import type { EventSpec } from '../event-spec'
import type { Message } from '../message'
import { optionalNote } from '../note-field'

const TOLD = {
  name: 'question_taken_back',
  subject: 'Referral {R}: the question is taken back',
  happened:
    'The provider no longer needs the information it asked for about referral {R}. The referral is under review again.',
  toDo: 'You have nothing to answer.',
} as const satisfies Message

const TOLD_HERE = {
  name: 'question_taken_back_here',
  subject: TOLD.subject,
  happened:
    'A colleague has taken back what was asked about referral {R}. The referral is under review again.',
  toDo: 'Sign in to decide what comes next.',
} as const satisfies Message

/** The provider no longer needs what it asked for (product.md, "Lifecycle"). Safe for the browser. */
export const takeBackQuestion = {
  happened: 'Question taken back',
  tells: [
    { to: 'referrer', message: TOLD },
    { to: 'provider', message: TOLD_HERE },
  ],
  screen: {
    words: {
      title: 'Take the question back',
      lede: 'The referrer is told that there is nothing to answer, and the referral is under review again.',
      button: 'Take the question back',
      done: 'The question is taken back, and the referrer has been told. The referral is under review again',
    },
    form: () => optionalNote,
  },
} as const satisfies EventSpec
