import type { PersonFacts } from '../facts'
import { childBandsOf } from '../facts-by-tier'
import type { ChildrenRule } from '../policy'
import { type Answer, discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'
import { withinLimits } from './children-limits'
import { describeBands, limitWords } from './children-wording'

const POLICY_WORDS = { none: 'no children', visits_only: 'visits only', case_by_case: 'case by case' }
const PLAN_WORDS = {
  none: 'No children',
  elsewhere: 'Children who stay with someone else',
  visits: 'Children visiting',
  live_in: 'Children living with them',
  undecided: 'Custody undecided',
  unknown: 'Not known',
}

/** Children living there from night one, and their visits. Triage knows bands alone, so a reason that names ages is of tier 2. */
export const childrenRule: Rule = {
  criterion: 'children',
  title: 'Children',
  tier: 1,
  unknowns: ['childrenPlan', 'children'],
  decide(facts, { children: policy }) {
    if (facts.childrenPlan === 'none' || facts.childrenPlan === 'elsewhere')
      return notApplicable('No children living there or visiting')
    if (facts.childrenPlan === 'unknown')
      return discuss('Not known where the children will live', ['childrenPlan'])
    if (facts.childrenPlan === 'undecided') return discuss('Not decided yet whether children will live there')
    if (policy === null) return discuss('They do not say whether children may live there or visit: ask')
    return facts.childrenPlan === 'visits' ? visits(policy) : liveIn(facts, policy)
  },
  describePolicy({ children }) {
    return stated('Children', children && policyWords(children))
  },
  describeFact({ childrenPlan, children, childBands }) {
    const plan = PLAN_WORDS[childrenPlan]
    const bands = childBandsOf(children) ?? childBands ?? []
    return bands.length === 0 ? plan : `${plan}: ${describeBands(bands)}`
  },
}

function policyWords(policy: ChildrenRule): string {
  if (policy.rule !== 'live_in') return POLICY_WORDS[policy.rule]
  return ['yes', limitWords(policy)].filter(Boolean).join(', ')
}

function visits(policy: ChildrenRule): Answer {
  if (policy.rule === 'none') return discuss('They have no children on site: ask where visits can be')
  if (policy.rule === 'case_by_case') return discuss('Visits from children: they decide case by case')
  return eligible('Children may visit')
}

function liveIn({ children }: PersonFacts, policy: ChildrenRule): Answer {
  if (policy.rule === 'live_in') return withinLimits(children, policy)
  if (policy.rule === 'case_by_case') return discuss('Children living there: they decide case by case')
  return notEligible(
    policy.rule === 'none' ? 'Children cannot live there' : 'Children can visit but not live there',
  )
}
