import { z } from 'zod'
import type { Criterion, DecidedAnswer, Decision } from '../../eligibility/decision'
import type { FactField } from '../../eligibility/facts'

const outcome = z.enum(['not_applicable', 'eligible', 'not_eligible', 'discuss'])
const tier = z.union([z.literal(1), z.literal(2), z.literal(3)])
/** A criterion or a fact may have been retired since: what was shown is shown again as it was. */
const criterion = z.custom<Criterion>(value => typeof value === 'string')
const factFields = z.array(z.custom<FactField>(value => typeof value === 'string'))

const storedDecision = z.object({
  outcome: outcome.exclude(['not_applicable']),
  answers: z.array(
    z.object({
      criterion,
      title: z.string(),
      outcome,
      tier,
      reason: z.string().nullable(),
      knownTier: tier,
      known: z.string().nullable(),
      policy: z.string(),
      missing: factFields,
    }),
  ),
  missing: factFields,
})

/** The decision as it was shown to the officer when she referred. @throws ZodError when the column holds anything else */
export function readDecision(stored: unknown): Decision {
  return storedDecision.parse(stored)
}

/** How many criteria came out how; those that were neither raised nor restricted are not counted. */
export function countOutcomes(answers: readonly DecidedAnswer[]): {
  eligible: number
  discuss: number
  notEligible: number
} {
  const count = (wanted: string) => answers.filter(answer => answer.outcome === wanted).length
  return { eligible: count('eligible'), discuss: count('discuss'), notEligible: count('not_eligible') }
}
