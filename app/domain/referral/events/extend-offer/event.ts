import { z } from 'zod'
import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { NOTE_LIMIT } from '../note-field'

const TOLD = {
  name: 'offer_extended',
  subject: 'Referral {R}: the offer is extended',
  happened: 'The provider has given more time to answer the offer for referral {R}.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

const extendForm = z.object({
  reason: z
    .string({ error: 'Say why the offer is extended' })
    .max(NOTE_LIMIT, `The reason must be ${NOTE_LIMIT} characters or fewer`),
})

/** The provider gives an offer more time, once. Safe for the browser. */
export const extendOffer = {
  happened: 'Offer extended',
  tells: [{ to: 'referrer', message: TOLD }],
  screen: {
    words: {
      title: 'Extend the offer',
      lede: 'An offer can be extended once, by as long again. What is held for the offer stays held.',
      button: 'Extend the offer',
      done: 'The offer is extended, and the referrer has been told',
    },
    form: () => extendForm,
    isNeverFirst: true,
    isPointless: ({ isExtended }) => isExtended,
    refusedAt: { names_person: 'reason' },
  },
} as const satisfies EventSpec
