import type { Criterion } from '../eligibility/decision'
import { ACCESS_NEEDS, type PersonFacts } from '../eligibility/facts'
import type { Policy } from '../eligibility/policy'
import { metBy } from '../eligibility/rules/access'
import { restricts } from '../eligibility/rules/substances'

/**
 * Criteria of a place to live that a programme may restrict too, and when its policy speaks of this person; the rest do not
 * arise where nobody sleeps. What it does not state is not applicable: a course, unlike a landlord, need not take a stance.
 */
const SPEAKS_OF: Partial<Record<Criterion, (policy: Policy, facts: PersonFacts) => boolean>> = {
  sex: ({ sex }) => sex === 'women' || sex === 'men',
  age: () => true,
  people_from_prison: ({ peopleFromPrison }) => peopleFromPrison !== null,
  convictions: ({ convictions }) => convictions !== null,
  arson: ({ arson }) => arson !== null,
  sexual_offence: ({ sexualOffence }) => sexualOffence !== null,
  offences_against_children: ({ offencesAgainstChildren }) => offencesAgainstChildren !== null,
  domestic_abuse_perpetrator: ({ domesticAbusePerpetrator }) => domesticAbusePerpetrator !== null,
  violence: ({ violence }) => violence !== null,
  rosh: ({ rosh }) => rosh !== null,
  substances: speaksOfUse,
  injecting: ({ injecting }) => injecting !== null,
  nrpf: ({ nrpf }) => nrpf !== null,
  pregnancy: ({ pregnancy }) => pregnancy !== null,
  only_for: ({ onlyFor }) => onlyFor !== null,
  access: speaksOfAccess,
}

/** Whether a programme's policy states something of a criterion that bears on this person. */
export function isStated(criterion: Criterion, policy: Policy, facts: PersonFacts): boolean {
  return SPEAKS_OF[criterion]?.(policy, facts) ?? false
}

/** Each use is stated by itself: of one that is refused, all whose use is not known are asked. */
function speaksOfUse({ substances: policy }: Policy, { substances: use }: PersonFacts): boolean {
  if (use === 'none' || use === 'unknown') return restricts(policy)
  return policy !== null && policy[use] !== null
}

/** Each need is stated by itself: one that is refused is talked over, one that is not stated is no obstacle. */
function speaksOfAccess({ access }: Policy, { accessNeeds }: PersonFacts): boolean {
  const met = (accessNeeds ?? ACCESS_NEEDS).map(need => metBy(access, need))
  return met.includes('no') || !met.includes(null)
}
