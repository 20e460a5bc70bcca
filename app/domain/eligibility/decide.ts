import { londonDay } from '../time/calendar'
import type { DecidedAnswer, Decision } from './decision'
import type { FactField, PersonFacts } from './facts'
import type { Policy } from './policy'
import { policyVerifiedAnswer } from './policy-verified'
import { type Answer, type Rule, winning } from './rule'
import { RULES } from './rules'
import type { ServiceFacts } from './service-facts'

/** Decides one person for one service (product.md, "Eligibility"). Pure: the same arguments give the same decision. */
export function decideEligibility(
  facts: PersonFacts,
  policy: Policy,
  service: ServiceFacts,
  now: Date,
): Decision {
  return decisionsFor(facts, now)(policy, service)
}

/** The same for one person and many services: what is known of her and the day are worked out once. */
export function decisionsFor(
  facts: PersonFacts,
  now: Date,
): (policy: Policy, service: ServiceFacts) => Decision {
  const today = londonDay(now)
  const rules = RULES.map(rule => ({ rule, known: rule.describeFact(facts) }))
  return (policy, service) => {
    const answers = rules.map(({ rule, known }) =>
      decided(rule, rule.decide(facts, policy, service, today), known, rule.describePolicy(policy, service)),
    )
    return weigh([...answers, ...policyVerifiedAnswer(policy, service, now)])
  }
}

/** Any "not eligible" wins; else any "discuss"; else eligible. */
export function weigh(answers: readonly DecidedAnswer[]): Decision {
  const outcome = winning(answers.map(answer => answer.outcome))
  const missing = new Set<FactField>(answers.flatMap(answer => answer.missing))
  return { outcome: outcome === 'not_applicable' ? 'eligible' : outcome, answers, missing: [...missing] }
}

/** A rule's answer, with what is known of the person and what the policy states beside it; neither where a rule does not say. */
export function decided(
  { criterion, title, tier }: Pick<Rule, 'criterion' | 'title' | 'tier'>,
  { outcome, reason, toProvider, missing = [], ...answer }: Answer,
  known = '',
  policy = '',
): DecidedAnswer {
  return {
    criterion,
    title,
    outcome,
    tier: answer.tier ?? tier,
    reason,
    ...(toProvider !== undefined && { toProvider }),
    knownTier: tier,
    known,
    policy,
    missing,
  }
}
