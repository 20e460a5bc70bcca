import { z } from 'zod'
import { AGREED_TIER_LABELS, AGREED_TIERS } from '../../referral'
import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { NOTE_LIMIT, noteField } from '../note-field'
import { isOpen, isReferralState } from '../../states'
import { wasIs } from '../was-is'

const TOLD = {
  name: 'agreement_changed',
  subject: 'Referral {R}: what is agreed has changed',
  happened:
    'The referrer has recorded that the person of referral {R} agrees to share more or less with you than before.',
  toDo: 'Sign in to read it. What more is agreed opens to the named assessor and the managers, or to whoever takes the referral to assess.',
} as const satisfies Message

const TOLD_HERE = {
  name: 'agreement_changed_here',
  subject: TOLD.subject,
  happened:
    'Your team has recorded that the person of referral {R} agrees to share more or less with the provider than before.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** Of what has ended nothing is read: nobody has to know. */
function isStillOpen(_from: string | null, to: string): boolean {
  return isReferralState(to) && isOpen(to)
}

/** How much the person agrees to share, widened, narrowed or put right (product.md, "The case": Agreement). Safe for the browser. */
export const changeAgreement = {
  happened: 'What the person agrees to share changed',
  inHistory: ([was, now]) => (was === now ? hereAsBefore(was) : wasIs([was, now].flatMap(labelOfTier))),
  tells: [
    { to: 'provider', message: TOLD, when: isStillOpen },
    { to: 'referrer', message: TOLD_HERE, when: isStillOpen },
  ],
  screen: {
    words: {
      title: 'Change what is agreed',
      lede: 'Ask the person first. What is widened opens to the named assessor and the managers, or to whoever takes the referral to assess; what is narrowed ends at once, for every referral of the person to the same provider. What was agreed before stays in the history, and the provider is told that it changed.',
      button: 'Save what was agreed',
      done: 'What is agreed is changed, and the provider has been told. It counts from now on for the named assessor and the managers, or for whoever takes the referral to assess',
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

function labelOfTier(code: string | undefined): string[] {
  return code === undefined ? [] : [AGREED_TIER_LABELS[AGREED_TIERS[code as keyof typeof AGREED_TIERS]]]
}

/** She says again what is agreed here: it is for the others that it changed. */
function hereAsBefore(code: string | undefined): string[] {
  const here = labelOfTier(code).map(label => `Here as before: ${label}`)
  return [...here, 'Less by other referrals to the same provider']
}
