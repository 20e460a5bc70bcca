import { describe, expect, it } from 'vitest'
import { PersonFacts } from '../facts'
import { Policy } from '../policy'
import { aService, decides, TODAY } from '@tests/support/rule-rows'
import { coupleRule } from './couple'

const WORDS =
  'A couple: each person is seen alone, neither referrer reads the other’s case, and either can withdraw without the other seeing it'

decides(coupleRule, {
  'no and a joint request': {
    facts: { couple: 'yes' },
    policy: { couple: 'no' },
    outcome: 'not_eligible',
    reason: 'Does not take couples',
  },
  'yes and a joint request': {
    facts: { couple: 'yes' },
    policy: { couple: 'yes' },
    outcome: 'discuss',
    reason: WORDS,
  },
  'case by case and a joint request': {
    facts: { couple: 'yes' },
    policy: { couple: 'case_by_case' },
    outcome: 'discuss',
    reason: WORDS,
  },
  'not stated and a joint request': { facts: { couple: 'yes' }, outcome: 'discuss', reason: WORDS },
  'not known': { policy: { couple: 'no' }, outcome: 'discuss', missing: ['couple'] },
  'no joint request': { facts: { couple: 'no' }, policy: { couple: 'no' }, outcome: 'not_applicable' },
})

describe('a joint request and abuse', () => {
  const policies = [{}, { couple: 'yes' }, { couple: 'case_by_case' }, { couple: 'no' }].map(each =>
    Policy.parse(each),
  )
  const flags = [
    { abuse: 'current' },
    { abuse: 'past', fleeingViolence: 'yes' },
    { needsWomenOnly: 'yes' },
    { abuse: 'prefer_not_to_say' },
    { domesticAbusePerpetrator: 'conviction' },
  ]

  it.each(flags)('answers byte for byte the same with %o', flag => {
    const without = PersonFacts.parse({ couple: 'yes', abuse: 'none' })
    const flagged = PersonFacts.parse({ couple: 'yes', ...flag })
    for (const policy of policies) {
      const [before, after] = [without, flagged].map(facts => ({
        answer: coupleRule.decide(facts, policy, aService(), TODAY),
        known: coupleRule.describeFact(facts),
      }))
      expect(JSON.stringify(after)).toBe(JSON.stringify(before))
    }
  })
})
