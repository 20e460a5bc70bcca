import type { FactField, Tier } from './facts'

export type Outcome = 'not_applicable' | 'eligible' | 'not_eligible' | 'discuss'

export type Criterion =
  | 'sex'
  | 'age'
  | 'people_from_prison'
  | 'convictions'
  | 'arson'
  | 'sexual_offence'
  | 'offences_against_children'
  | 'domestic_abuse_perpetrator'
  | 'violence'
  | 'rosh'
  | 'substances'
  | 'injecting'
  | 'nrpf'
  | 'children'
  | 'pregnancy'
  | 'couple'
  | 'pets'
  | 'access'
  | 'local_connection'
  | 'area_and_licence'
  | 'only_for'
  | 'money'
  | 'curfew'
  | 'support_level'
  | 'policy_verified'
  | 'programme_audience'
  | 'programme_prison'
  | 'programme_time'
  | 'remand'
  | 'child_contact'
  | 'rotl'

/** One criterion, answered. `reason` and `known` are null where the reader's tier is below theirs. */
export interface DecidedAnswer {
  criterion: Criterion
  title: string
  outcome: Outcome
  /** Tier of the reason. */
  tier: Tier
  reason: string | null
  /** What a provider reads in its place, whatever his tier: the reason itself is the referring team's alone, and stored for it alone. */
  toProvider?: string
  /** Tier of `known`, which may be lower: a band is tier 1 where the year behind the reason is tier 3. */
  knownTier: Tier
  known: string | null
  /** What the service states, e.g. 'Arson: case by case'. */
  policy: string
  /** Unknown facts that a favourable answer to would settle; empty where only a conversation can. */
  missing: readonly FactField[]
}

/** What the engine says of one person and one service. It neither accepts nor rejects: the officer may refer against it. */
export interface Decision {
  outcome: Exclude<Outcome, 'not_applicable'>
  answers: readonly DecidedAnswer[]
  missing: readonly FactField[]
}

export type Group = 'eligible' | 'eligible_once_answered' | 'discuss' | 'not_eligible'

/** The group a service is listed under: a discuss that only waits for answers stands apart from one that needs a call. */
export function group(decision: Decision): Group {
  if (decision.outcome !== 'discuss') return decision.outcome
  const discussed = decision.answers.filter(answer => answer.outcome === 'discuss')
  return discussed.every(answer => answer.missing.length > 0) ? 'eligible_once_answered' : 'discuss'
}
