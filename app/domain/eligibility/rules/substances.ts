import type { Policy } from '../policy'
import { discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'
import { listed } from '../../words/english'

const USES = ['recovery', 'ost', 'active'] as const
const USE_WORDS = {
  recovery: 'people in recovery',
  ost: 'people on OST',
  active: 'people who use drugs or alcohol',
}
/** What the house is for, where it does not say so itself: not needing it is no reason to be taken. */
const RECOVERY_HOUSE = 'recovery_house'
const FACT_WORDS = {
  none: 'None',
  recovery: 'In recovery',
  ost: 'On OST',
  active: 'Active use',
  unknown: 'Not known',
}

/** Drugs and alcohol: what is stated for each use decides it; what is not stated is asked about. */
export const substancesRule: Rule = {
  criterion: 'substances',
  title: 'Drugs and alcohol',
  tier: 2,
  unknowns: ['substances'],
  decide({ substances: use }, { substances: policy, onlyFor }, { kind }) {
    if (use === 'none' && onlyFor?.includes('in_recovery')) return notApplicable()
    if (use === 'none' && kind === RECOVERY_HOUSE)
      return discuss('It is a house for people in recovery, and no drug or alcohol need is known of: ask')
    if (use === 'none') return restricts(policy) ? eligible('No drug or alcohol need') : notApplicable()
    if (use === 'unknown')
      return takesAll(policy)
        ? eligible('Takes people whatever their use of drugs or alcohol', 1)
        : discuss('Use of drugs and alcohol not known', ['substances'])
    const stance = policy?.[use] ?? null
    if (stance === null) return discuss(`They do not say whether they take ${USE_WORDS[use]}: ask`)
    return stance === 'yes'
      ? eligible(`Takes ${USE_WORDS[use]}`)
      : notEligible(`Does not take ${USE_WORDS[use]}`)
  },
  describePolicy({ substances }) {
    return stated('Drugs and alcohol', substances && policyWords(substances))
  },
  describeFact(facts) {
    return FACT_WORDS[facts.substances]
  },
}

/** Whether some use of drugs or alcohol is refused. */
export function restricts(policy: Policy['substances']): boolean {
  return policy !== null && USES.some(use => policy[use] === 'no')
}

function takesAll(policy: Policy['substances']): boolean {
  return policy !== null && USES.every(use => policy[use] === 'yes')
}

/** 'takes people on OST; not people who use drugs or alcohol'; null where each is blank. */
function policyWords(policy: NonNullable<Policy['substances']>): string | null {
  const takes = USES.filter(use => policy[use] === 'yes').map(use => USE_WORDS[use])
  const not = USES.filter(use => policy[use] === 'no').map(use => USE_WORDS[use])
  const parts = [takes.length > 0 && `takes ${listed(takes)}`, not.length > 0 && `not ${listed(not, 'or')}`]
  return parts.filter(Boolean).join('; ') || null
}
