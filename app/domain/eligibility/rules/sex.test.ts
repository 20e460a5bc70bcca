import { expect, it } from 'vitest'
import { PersonFacts } from '../facts'
import { Policy } from '../policy'
import { aService, decides } from '@tests/support/rule-rows'
import { sexRule } from './sex'

decides(sexRule, {
  'a woman for a women’s service': {
    facts: { sex: 'female' },
    policy: { sex: 'women' },
    outcome: 'eligible',
    reason: 'Takes women',
  },
  'a man for a women’s service': {
    facts: { sex: 'male' },
    policy: { sex: 'women' },
    outcome: 'not_eligible',
    reason: 'Takes women only',
  },
  'a woman for a men’s service': {
    facts: { sex: 'female' },
    policy: { sex: 'men' },
    outcome: 'not_eligible',
  },
  'sex not known never passes as a woman': {
    policy: { sex: 'women' },
    outcome: 'discuss',
    reason: 'Speak to the referrer',
    missing: ['sex'],
  },
  'a mixed service and a woman who needs women-only': {
    facts: { sex: 'female', needsWomenOnly: 'yes' },
    policy: { sex: 'mixed' },
    outcome: 'discuss',
    reason: 'Speak to the referrer',
  },
  'a mixed service and a woman who prefers not to say': {
    facts: { sex: 'female', needsWomenOnly: 'prefer_not_to_say' },
    policy: { sex: 'mixed' },
    outcome: 'discuss',
    reason: 'Speak to the referrer',
  },
  'a mixed service and a woman nobody has asked': {
    facts: { sex: 'female' },
    policy: { sex: 'mixed' },
    outcome: 'discuss',
    reason: 'Speak to the referrer',
    missing: ['needsWomenOnly'],
  },
  'a mixed service and a woman who does not need women-only': {
    facts: { sex: 'female', needsWomenOnly: 'no' },
    policy: { sex: 'mixed' },
    outcome: 'eligible',
    reason: 'Takes women',
  },
  'a mixed service and a man, who is not asked': {
    facts: { sex: 'male' },
    policy: { sex: 'mixed' },
    outcome: 'eligible',
    reason: 'Takes men',
  },
  'a service that does not say': {
    facts: { sex: 'female', needsWomenOnly: 'yes' },
    outcome: 'discuss',
    reason: 'They do not say whether they take women, men or both: ask',
  },
})

it('shows the note beside the policy', () => {
  const policy = Policy.parse({ sex: 'mixed', sexNote: '7 rooms on a women-preferred landing' })
  expect(sexRule.describePolicy(policy, aService())).toBe(
    'Sex: women and men (7 rooms on a women-preferred landing)',
  )
  expect(sexRule.describePolicy(Policy.parse({}), aService())).toBe('Sex: not stated')
  expect(sexRule.describeFact(PersonFacts.parse({ sex: 'female', needsWomenOnly: 'yes' }))).toBe('Woman')
})
