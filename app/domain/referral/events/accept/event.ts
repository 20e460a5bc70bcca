import { z } from 'zod'
import type { EventSpec } from '../event-spec'
import type { Message } from '../message'
import { NOTE_LIMIT, noteField } from '../note-field'

const TOLD = {
  name: 'offer_accepted',
  subject: 'Referral {R}: the offer is accepted',
  happened: 'The person has said yes to the bedspace you offered for referral {R}.',
  toDo: 'Sign in to plan the arrival.',
} as const satisfies Message

const acceptForm = z.object({
  saidYes: z.literal('yes', { error: 'Ask the person first. Tick when the answer is yes' }),
  freesOther: z
    .literal('yes', { error: 'Tick the box, or leave it empty' })
    .optional()
    .transform(answer => answer === 'yes'),
  note: noteField(NOTE_LIMIT),
})

/** The officer records the person’s yes to an offer. Safe for the browser. */
export const accept = {
  happened: 'The person said yes',
  tells: [{ to: 'provider', message: TOLD }],
  screen: {
    words: {
      title: 'The person says yes',
      lede: 'The bedspace is firm from now. Other offers to this person are freed, and those referrals wait until arrival.',
      button: 'Record the yes',
      done: 'Accepted. The provider has been told, and the bedspace is firm',
    },
    form: () => acceptForm,
    shows: 'offer',
    refusedAt: { another_accepted: 'freesOther' },
    whenTaken: 'Phone the provider, who can offer another',
  },
} as const satisfies EventSpec
