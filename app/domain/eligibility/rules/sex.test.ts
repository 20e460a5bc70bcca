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
    reason: 'The sex is not recorded, and they take women only',
    missing: ['sex'],
  },
  'a mixed service and a woman who needs women-only': {
    facts: { sex: 'female', needsWomenOnly: 'yes' },
    policy: { sex: 'mixed' },
    outcome: 'discuss',
    reason: 'Needs a women-only place, and they take women and men',
  },
  'a mixed service and a woman who prefers not to say': {
    facts: { sex: 'female', needsWomenOnly: 'prefer_not_to_say' },
    policy: { sex: 'mixed' },
    outcome: 'discuss',
    reason: 'Does not want to say whether a women-only place is needed, and they take women and men',
  },
  'a mixed service and a woman nobody has asked': {
    facts: { sex: 'female' },
    policy: { sex: 'mixed' },
    outcome: 'discuss',
    reason: 'Not known whether a women-only place is needed, and they take women and men',
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

it.each([
  ['sex not recorded', {}, 'women'],
  ['women-only needed', { sex: 'female', needsWomenOnly: 'yes' }, 'mixed'],
  ['not said', { sex: 'female', needsWomenOnly: 'prefer_not_to_say' }, 'mixed'],
  ['not asked', { sex: 'female' }, 'mixed'],
] as const)('tells a provider to speak to the referrer, whatever the reason: %s', (_, facts, sex) => {
  const answer = sexRule.decide(PersonFacts.parse(facts), Policy.parse({ sex }), aService(), '2026-11-26')
  expect(answer.toProvider).toBe('Speak to the referrer')
})
