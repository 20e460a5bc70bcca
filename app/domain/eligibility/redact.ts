import type { DecidedAnswer, Decision } from './decision'
import { type FactField, type Tier, tierOf } from './facts'

/** A decision as a provider's reader of a tier may see it, and as it is stored: below the tier of a reason only the criterion and its outcome show. */
export function redactDecision(decision: Decision, tier: Tier): Decision {
  return {
    outcome: decision.outcome,
    answers: decision.answers.map(answer => redactAnswer(answer, tier)),
    missing: readable(decision.missing, tier),
  }
}

function redactAnswer({ toProvider, ...answer }: DecidedAnswer, tier: Tier): DecidedAnswer {
  const maySeeReason = answer.tier <= tier
  return {
    ...answer,
    reason: toProvider ?? (maySeeReason ? answer.reason : null),
    known: answer.knownTier <= tier ? answer.known : null,
    missing: maySeeReason ? readable(answer.missing, tier) : [],
  }
}

function readable(fields: readonly FactField[], tier: Tier): FactField[] {
  return fields.filter(field => tierOf(field) <= tier)
}
