import { expect, it } from 'vitest'
import { PersonFacts } from '../facts'
import { Policy } from '../policy'
import { aService, decides } from '@tests/support/rule-rows'
import { substancesRule } from './substances'

const abstinent = { substances: { active: 'no' } } as const
const all = { substances: { recovery: 'yes', ost: 'yes', active: 'yes' } } as const

decides(substancesRule, {
  'abstinent-only and active use': {
    facts: { substances: 'active' },
    policy: abstinent,
    outcome: 'not_eligible',
    reason: 'Does not take people who use drugs or alcohol',
    tier: 2,
  },
  'abstinent-only, OST not stated': {
    facts: { substances: 'ost' },
    policy: abstinent,
    outcome: 'discuss',
    reason: 'They do not say whether they take people on OST: ask',
  },
  'abstinent-only, recovery not stated': {
    facts: { substances: 'recovery' },
    policy: abstinent,
    outcome: 'discuss',
    reason: 'They do not say whether they take people in recovery: ask',
  },
  'OST stated': {
    facts: { substances: 'ost' },
    policy: { substances: { ost: 'yes', active: 'no' } },
    outcome: 'eligible',
    reason: 'Takes people on OST',
  },
  'OST refused': {
    facts: { substances: 'ost' },
    policy: { substances: { ost: 'no' } },
    outcome: 'not_eligible',
  },
  'no use': {
    facts: { substances: 'none' },
    policy: abstinent,
    outcome: 'eligible',
    reason: 'No drug or alcohol need',
  },
  'not known': { policy: abstinent, outcome: 'discuss', missing: ['substances'] },
  'every use taken needs no fact': { policy: all, outcome: 'eligible', tier: 1 },
  'not stated and active use': { facts: { substances: 'active' }, outcome: 'discuss' },
  'not stated and no use': { facts: { substances: 'none' }, outcome: 'not_applicable' },
})

it('says what is taken and what is not', () => {
  const words = (policy: unknown) => substancesRule.describePolicy(Policy.parse(policy), aService())
  expect(words({ substances: { recovery: 'yes', ost: 'yes', active: 'no' } })).toBe(
    'Drugs and alcohol: takes people in recovery and people on OST; not people who use drugs or alcohol',
  )
  expect(words({ substances: {} })).toBe('Drugs and alcohol: not stated')
})

it('ticks nothing where who it is for says it', () => {
  const policy = Policy.parse({ ...abstinent, onlyFor: ['in_recovery'] })
  const nobody = PersonFacts.parse({ substances: 'none' })
  expect(substancesRule.decide(nobody, policy, aService(), '2026-11-22').outcome).toBe('not_applicable')
})

it('says of a house for recovery that it is for those who need it, and ticks nothing', () => {
  const house = { ...aService(), kind: 'recovery_house' }
  const nobody = PersonFacts.parse({ substances: 'none' })
  expect(substancesRule.decide(nobody, Policy.parse(abstinent), house, '2026-11-22')).toMatchObject({
    outcome: 'discuss',
    reason: 'It is a house for people in recovery, and no drug or alcohol need is known of: ask',
  })
})
