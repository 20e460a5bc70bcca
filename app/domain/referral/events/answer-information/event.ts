import { z } from 'zod'
import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { ANSWER_LIMIT } from '../note-field'

const TOLD = {
  name: 'information_answered',
  subject: 'Referral {R}: your questions are answered',
  happened: 'The referrer has answered what you asked about referral {R}.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

const answerForm = z.object({
  note: z
    .string({ error: 'Say what you have added or learned' })
    .max(ANSWER_LIMIT, `What you say must be ${ANSWER_LIMIT} characters or fewer`),
})

/** The referrer answers what the provider asked. Safe for the browser. */
export const answerInformation = {
  happened: 'Information sent',
  tells: [{ to: 'provider', message: TOLD }],
  screen: {
    words: {
      title: 'Send the information',
      lede: 'Answers that belong to the case are given there, once, for every referral. Say here what you have added or learned.',
      button: 'Send to the provider',
      done: 'Sent. The referral is under review again',
    },
    form: () => answerForm,
    shows: 'question',
  },
} as const satisfies EventSpec
