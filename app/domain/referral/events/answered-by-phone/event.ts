import { z } from 'zod'
import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { ANSWER_LIMIT } from '../note-field'

const TOLD = {
  name: 'answered_by_phone',
  subject: 'Referral {R}: your answer by phone is recorded',
  happened:
    'The provider has recorded an answer that came by phone about referral {R}. The referral is under review again.',
  toDo: 'Sign in to read what was recorded, and to put it right if it is wrong.',
} as const satisfies Message

const TOLD_HERE = {
  name: 'answered_by_phone_here',
  subject: 'Referral {R}: an answer by phone is recorded',
  happened: TOLD.happened,
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

const phoneForm = z.object({
  note: z
    .string({ error: 'Write what you were told' })
    .max(ANSWER_LIMIT, `What you were told must be ${ANSWER_LIMIT} characters or fewer`),
})

/** The provider writes down the answer that came by phone (product.md, "Lifecycle"). Safe for the browser. */
export const answeredByPhone = {
  happened: 'Answered by phone',
  tells: [
    { to: 'referrer', message: TOLD },
    { to: 'provider', message: TOLD_HERE },
  ],
  screen: {
    words: {
      title: 'Answered by phone',
      lede: 'Write down what you were told. The referrer is told that you did and reads it, and the referral is under review again.',
      button: 'Record the answer',
      done: 'Recorded, and the referrer has been told. The referral is under review again',
    },
    form: () => phoneForm,
    shows: 'question',
  },
} as const satisfies EventSpec
