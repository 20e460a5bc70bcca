import type { Day } from '../time/calendar'
import type { Criterion, Outcome } from './decision'
import type { FactField, PersonFacts, Tier } from './facts'
import type { Policy } from './policy'
import type { ServiceFacts } from './service-facts'

const HEAVIEST_FIRST: readonly Outcome[] = ['not_eligible', 'discuss', 'eligible']

/** What a rule answers. `tier` is that of the reason, where it differs from the rule's own. */
export interface Answer {
  outcome: Outcome
  reason: string
  missing?: readonly FactField[]
  tier?: Tier
  /** What a provider reads in place of the reason, whatever his tier. */
  toProvider?: string
}

/** One criterion of the table in product.md, "Eligibility". */
export interface Rule {
  criterion: Criterion
  title: string
  /** Who may read what `describeFact` says, and the reason unless the answer names another tier. */
  tier: Tier
  /** The facts the rule reads, any of which may be the one that is missing. */
  unknowns: readonly FactField[]
  decide(facts: PersonFacts, policy: Policy, service: ServiceFacts, today: Day): Answer
  describePolicy(policy: Policy, service: ServiceFacts): string
  describeFact(facts: PersonFacts): string
}

/** Neither raised by the person nor restricted by the policy. */
export function notApplicable(reason = 'Does not apply'): Answer {
  return { outcome: 'not_applicable', reason }
}

export function eligible(reason: string, tier?: Tier): Answer {
  return { outcome: 'eligible', reason, ...(tier && { tier }) }
}

export function notEligible(reason: string, tier?: Tier): Answer {
  return { outcome: 'not_eligible', reason, ...(tier && { tier }) }
}

/** To be talked about. `missing` names unknown facts, and only those that a favourable answer to would settle. */
export function discuss(reason: string, missing: readonly FactField[] = [], tier?: Tier): Answer {
  return { outcome: 'discuss', reason, missing, ...(tier && { tier }) }
}

/**
 * One answer out of several of the same criterion: any "not eligible" wins, else any "discuss", else any "eligible". Its
 * tier is the strictest of the parts that tell; `tier` is that of a part which names none.
 */
export function combine(parts: readonly Answer[], tier: Tier): Answer {
  const outcome = winning(parts.map(part => part.outcome))
  const telling = parts.filter(part => part.outcome === outcome)
  const [only] = telling
  if (only !== undefined && telling.length === 1) return only
  if (outcome === 'not_applicable') return notApplicable()
  const isSettled = telling.every(part => (part.missing ?? []).length > 0)
  return {
    outcome,
    reason: telling.map(part => part.reason).join('. '),
    missing: isSettled ? telling.flatMap(part => part.missing ?? []) : [],
    tier: strictest(telling.map(part => part.tier ?? tier)),
  }
}

/** "Discuss" weighs more than "eligible", "not eligible" more than both. */
export function winning(outcomes: readonly Outcome[]): Outcome {
  return HEAVIEST_FIRST.find(outcome => outcomes.includes(outcome)) ?? 'not_applicable'
}

/** 'Arson: case by case', or 'Arson: not stated' for null. */
export function stated(title: string, words: string | null): string {
  return `${title}: ${words ?? 'not stated'}`
}

function strictest(tiers: readonly Tier[]): Tier {
  if (tiers.includes(3)) return 3
  return tiers.includes(2) ? 2 : 1
}
