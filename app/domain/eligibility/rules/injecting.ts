import { discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'

const FACT_WORDS = { none: 'None', past: 'In the past', current: 'Current', unknown: 'Not known' }

export const injectingRule: Rule = {
  criterion: 'injecting',
  title: 'Injecting',
  tier: 2,
  unknowns: ['injecting'],
  decide({ injecting }, policy) {
    if (injecting === 'unknown')
      return policy.injecting === 'yes'
        ? eligible('Takes people who inject', 1)
        : discuss('Not known whether there is current injecting', ['injecting'])
    if (injecting !== 'current')
      return policy.injecting === 'no' ? eligible('No current injecting') : notApplicable()
    if (policy.injecting === null) return discuss('They do not say whether they take people who inject: ask')
    return policy.injecting === 'yes'
      ? eligible('Takes people who inject')
      : notEligible('Does not take people who inject')
  },
  describePolicy({ injecting }) {
    return stated('Injecting', injecting)
  },
  describeFact(facts) {
    return FACT_WORDS[facts.injecting]
  },
}
