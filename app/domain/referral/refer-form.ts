import { z } from 'zod'
import type { Decision } from '../eligibility/decision'
import type { AgreedTier } from './referral'

const WORDS_LIMIT = 300

const AGREED_TIERS: Readonly<Record<'1' | '2' | '3', AgreedTier>> = { 1: 1, 2: 2, 3: 3 }

/**
 * The form of a referral. Takes the outcome the officer was shown: unless it was 'eligible' she says why she refers. The
 * person's yes is required; `shown` is the mark of the decision she had in front of her.
 */
export function referSchema(outcome: Decision['outcome']) {
  const words = z
    .string()
    .max(WORDS_LIMIT, `What you write must be ${WORDS_LIMIT} characters or fewer`)
    .optional()
    .transform(text => text ?? null)
  return z.object({
    agreed: z
      .enum(['yes', 'no'], { error: 'Choose whether the person agrees to this referral' })
      .refine(answer => answer === 'yes', {
        error: 'A referral needs the person’s agreement. Without it, do not send this one',
      }),
    agreedTier: z
      .enum(['1', '2', '3'], { error: 'Choose how much the person agrees to share' })
      .transform(tier => AGREED_TIERS[tier]),
    justification:
      outcome === 'eligible'
        ? words
        : words.refine(text => text !== null, {
            error: 'Say why you refer although the answer was not that the person fits',
          }),
    shown: z.string().optional(),
  })
}
