import { z } from 'zod'
import type { Decision } from '../../eligibility/decision'
import { AGREED_TIERS } from '../referral'

const WORDS_LIMIT = 300

const UNANSWERED = 'Choose whether the person agrees to this referral'
const NOT_AGREED = 'A referral needs the person’s agreement. Without it, do not send this one'

/**
 * The form of a referral. Takes the outcome the officer was shown: unless it was 'eligible' she says why she refers. The
 * person's yes is required, and a no needs nothing more; `shown` is the mark of the decision she had in front of her.
 */
export function referSchema(outcome: Decision['outcome']) {
  const words = z
    .string()
    .max(WORDS_LIMIT, `What you write must be ${WORDS_LIMIT} characters or fewer`)
    .optional()
    .transform(text => text ?? null)
  const asked = {
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
  }
  const answers = [
    z.object({ agreed: z.literal('yes'), ...asked }),
    z.object({ agreed: z.literal('no') }).transform((_, context) => refuse(context, NOT_AGREED, ['agreed'])),
    z.object({ agreed: z.undefined().transform((_, context) => refuse(context, UNANSWERED)), ...asked }),
  ] as const
  return z.discriminatedUnion('agreed', answers, { error: UNANSWERED })
}

function refuse(context: z.RefinementCtx, message: string, path: string[] = []): never {
  context.addIssue({ code: 'custom', path, message })
  return z.NEVER
}
