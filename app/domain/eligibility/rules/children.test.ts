import { expect, it } from 'vitest'
import { PersonFacts } from '../facts'
import { Policy } from '../policy'
import { aService, decides } from '@tests/support/rule-rows'
import { childrenRule } from './children'

const child = (min: number, sex: 'girl' | 'boy' | 'unknown' = 'girl', max = min) => ({
  age: { min, max },
  sex,
})
const living = (...children: ReturnType<typeof child>[]) => ({ childrenPlan: 'live_in' as const, children })
const twoUnder8 = { children: { rule: 'live_in', most: 2, highestAge: 7 } } as const
const boysTo14 = { children: { rule: 'live_in', boysHighestAge: 14 } } as const

decides(childrenRule, {
  'within number and age': {
    facts: living(child(3)),
    policy: twoUnder8,
    outcome: 'eligible',
    reason: 'One child, 3: within their limit of two under 8',
  },
  'too many': {
    facts: living(child(1), child(3), child(5)),
    policy: twoUnder8,
    outcome: 'not_eligible',
    reason: 'Three children, 1, 3 and 5: over their limit of two under 8',
    tier: 2,
  },
  'too old': { facts: living(child(8)), policy: twoUnder8, outcome: 'not_eligible' },
  'as many as the limit': {
    facts: living(child(1), child(3)),
    policy: twoUnder8,
    outcome: 'discuss',
    reason: 'Two children, 1 and 3: at their limit of two under 8',
  },
  'as old as the limit': { facts: living(child(7)), policy: twoUnder8, outcome: 'discuss' },
  'a band that may be over': {
    facts: living(child(5, 'girl', 9)),
    policy: twoUnder8,
    outcome: 'discuss',
    missing: ['children'],
  },
  'a boy over the limit for boys': {
    facts: living(child(15, 'boy')),
    policy: boysTo14,
    outcome: 'not_eligible',
    reason: 'One child, 15: over their limit of boys under 15',
  },
  'a girl of that age': { facts: living(child(15)), policy: boysTo14, outcome: 'eligible' },
  'a child of that age whose sex is not known': {
    facts: living(child(15, 'unknown')),
    policy: boysTo14,
    outcome: 'discuss',
    missing: ['children'],
  },
  'children’s ages not known': {
    facts: { childrenPlan: 'live_in' },
    policy: twoUnder8,
    outcome: 'discuss',
    missing: ['children'],
  },
  'children taken, no limit stated': {
    facts: { childrenPlan: 'live_in' },
    policy: { children: { rule: 'live_in' } },
    outcome: 'eligible',
    reason: 'Takes children',
  },
  'no children and one who would live there': {
    facts: living(child(3)),
    policy: { children: { rule: 'none' } },
    outcome: 'not_eligible',
    reason: 'Children cannot live there',
  },
  'visits only and one who would live there': {
    facts: living(child(3)),
    policy: { children: { rule: 'visits_only' } },
    outcome: 'not_eligible',
    reason: 'Children can visit but not live there',
  },
  'case by case': {
    facts: living(child(3)),
    policy: { children: { rule: 'case_by_case' } },
    outcome: 'discuss',
  },
  'visits where visits are allowed': {
    facts: { childrenPlan: 'visits' },
    policy: { children: { rule: 'visits_only' } },
    outcome: 'eligible',
    reason: 'Children may visit',
  },
  'visits where there are no children': {
    facts: { childrenPlan: 'visits' },
    policy: { children: { rule: 'none' } },
    outcome: 'discuss',
  },
  'custody undecided': {
    facts: { childrenPlan: 'undecided' },
    policy: twoUnder8,
    outcome: 'discuss',
    reason: 'Not decided yet whether children will live there',
  },
  'plan not known': { policy: twoUnder8, outcome: 'discuss', missing: ['childrenPlan'] },
  'not stated and children': { facts: living(child(3)), outcome: 'discuss' },
  'children who stay with someone else': {
    policy: twoUnder8,
    facts: { childrenPlan: 'elsewhere', children: [child(9)] },
    outcome: 'not_applicable',
  },
  'no children at all': {
    facts: { childrenPlan: 'none' },
    policy: { children: { rule: 'none' } },
    outcome: 'not_applicable',
  },
})

it('says the limits and the household in words', () => {
  expect(childrenRule.describePolicy(Policy.parse(twoUnder8), aService())).toBe('Children: yes, two under 8')
  expect(childrenRule.describePolicy(Policy.parse(boysTo14), aService())).toBe('Children: yes, boys under 15')
  expect(childrenRule.describePolicy(Policy.parse({ children: { rule: 'live_in' } }), aService())).toBe(
    'Children: yes',
  )
  const facts = PersonFacts.parse(living(child(3), child(5, 'boy', 9)))
  expect(childrenRule.describeFact(facts)).toBe(
    'Children living with them: two children, under 5 and 5 to 10',
  )
  const one = PersonFacts.parse(living(child(8)))
  expect(childrenRule.describeFact(one)).toBe('Children living with them: one child of 5 to 10')
  const toTriage = PersonFacts.parse({ childrenPlan: 'visits', childBands: ['under_5'] })
  expect(childrenRule.describeFact(toTriage)).toBe('Children visiting: one child under 5')
})
