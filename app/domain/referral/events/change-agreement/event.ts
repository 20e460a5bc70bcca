import { z } from 'zod'
import { AGREED_TIER_LABELS, AGREED_TIERS } from '../../referral'
import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { NOTE_LIMIT, noteField } from '../note-field'
import { wasIs } from '../was-is'

const TOLD = {
  name: 'agreement_changed',
  subject: 'Referral {R}: what you may read has changed',
  happened:
    'The referrer has recorded that the person of referral {R} agrees to share more or less than before.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

const TOLD_HERE = {
  name: 'agreement_changed_here',
  subject: 'Referral {R}: the agreement has changed',
  happened:
    'Your team has recorded that the person of referral {R} agrees to share more or less than before.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** How much the person agrees to share, widened, narrowed or put right (product.md, "The case": Agreement). Safe for the browser. */
export const changeAgreement = {
  happened: 'What the person agrees to share changed',
  inHistory: codes => wasIs(codes.map(tier => AGREED_TIER_LABELS[AGREED_TIERS[tier as '1' | '2' | '3']])),
  tells: [
    { to: 'provider', message: TOLD },
    { to: 'referrer', message: TOLD_HERE },
  ],
  screen: {
    words: {
      title: 'Change what may be read',
      lede: 'Ask the person first. What is widened opens to the named assessor and the managers; what is narrowed ends at once, for every referral of the person to the same provider. What was agreed before stays in the history, and the provider is told that it changed.',
      button: 'Save what was agreed',
      done: 'What the provider may read is changed from now on, and the provider has been told',
    },
    form: () =>
      z.object({
        agreedTier: z
          .enum(['1', '2', '3'], { error: 'Choose how much the person agrees to share' })
          .transform(tier => AGREED_TIERS[tier]),
        note: noteField(NOTE_LIMIT),
      }),
    start: ({ agreedTier }) => ({ agreedTier: String(agreedTier) }),
    isNeverFirst: true,
    refusedAt: { agreement_unchanged: 'agreedTier' },
  },
} as const satisfies EventSpec
