import { expect, it } from 'vitest'
import { PersonFacts } from '../facts'
import { aService, decides } from '@tests/support/rule-rows'
import { Policy } from '../policy'
import { ageRule } from './age'

const at = (min: number, max = min) => ({ ageAtRelease: { min, max } })

decides(ageRule, {
  'inside an open limit': {
    facts: at(34),
    policy: { ageMin: 18 },
    outcome: 'eligible',
    reason: 'Age 34: no upper limit',
    tier: 2,
  },
  'at both ends of a range': {
    facts: at(25),
    policy: { ageMin: 18, ageMax: 25 },
    outcome: 'eligible',
    reason: 'Age 25: they take 18 to 25',
  },
  'too young': {
    facts: at(17),
    policy: { ageMin: 18 },
    outcome: 'not_eligible',
    reason: 'Age 17: they take 18 and over',
    tier: 2,
  },
  'too old': {
    facts: at(26),
    policy: { ageMax: 25 },
    outcome: 'not_eligible',
    reason: 'Age 26: they take up to 25',
  },
  'a birthday inside the release window': {
    facts: at(25, 26),
    policy: { ageMin: 18, ageMax: 25 },
    outcome: 'discuss',
    reason: 'A birthday falls inside the release window: age 25 or 26, and they take 18 to 25',
    missing: ['ageAtRelease'],
  },
  'a birthday that changes nothing': { facts: at(33, 34), policy: { ageMin: 18 }, outcome: 'eligible' },
  'too young on every day of the window': {
    facts: at(16, 17),
    policy: { ageMin: 18 },
    outcome: 'not_eligible',
  },
  'age not known': {
    policy: { ageMin: 18 },
    outcome: 'discuss',
    reason: 'Age on release not known: they take 18 and over',
    missing: ['ageAtRelease'],
    tier: 1,
  },
  'no limit stated': { facts: at(34), outcome: 'not_applicable' },
})

it('tells triage the band and not the age', () => {
  expect(ageRule.describeFact(PersonFacts.parse(at(34)))).toBe('30 to 39')
  expect(ageRule.describeFact(PersonFacts.parse({ ageBand: '18_20' }))).toBe('18 to 20')
  expect(ageRule.describeFact(PersonFacts.parse({}))).toBe('Not known')
  expect(ageRule.describePolicy(Policy.parse({ ageMin: 16, ageMax: 24 }), aService())).toBe('Age: 16 to 24')
})
