import { expect, it } from 'vitest'
import { Policy } from '../policy'
import { aService, decides } from '@tests/support/rule-rows'
import { moneyRule } from './money'

const limit = { arrearsLimitPence: 100_000 }
const noArrears = { arrearsPence: 0 }

decides(moneyRule, {
  'arrears over the limit': {
    facts: { arrearsPence: 125_000 },
    policy: limit,
    outcome: 'discuss',
    reason: 'Arrears of £1,250: over their limit of £1,000',
    tier: 2,
  },
  'arrears at the limit': {
    facts: { arrearsPence: 100_000 },
    policy: limit,
    outcome: 'eligible',
    reason: 'Arrears of £1,000: within their limit of £1,000',
  },
  'no arrears': { facts: noArrears, policy: limit, outcome: 'eligible', reason: 'No arrears' },
  'arrears not known': { policy: limit, outcome: 'discuss', missing: ['arrearsPence'] },
  'arrears and no limit stated': { facts: { arrearsPence: 5_000 }, outcome: 'discuss' },
  'a source they take': {
    facts: { ...noArrears, funding: 'housing_benefit' },
    policy: { funding: ['housing_benefit'] },
    outcome: 'eligible',
    reason: 'Takes housing benefit',
    tier: 1,
  },
  'a source they do not take': {
    facts: { ...noArrears, funding: 'own_money' },
    policy: { funding: ['housing_benefit', 'council'] },
    outcome: 'discuss',
    reason: 'Rent from own money: they take housing benefit or council funding',
    tier: 1,
  },
  'a charge nobody covers': {
    facts: { ...noArrears, canPayCharge: 'no' },
    policy: { weeklyChargePence: 1_450 },
    outcome: 'discuss',
    reason: 'The charge of £14.50 a week is not covered',
  },
  'everything unknown': {
    policy: { ...limit, funding: ['housing_benefit'], weeklyChargePence: 1_450 },
    outcome: 'discuss',
    missing: ['arrearsPence', 'funding', 'canPayCharge'],
    tier: 2,
  },
  'over the limit and the charge unknown: an answer alone settles nothing': {
    facts: { arrearsPence: 125_000 },
    policy: { ...limit, weeklyChargePence: 1_450 },
    outcome: 'discuss',
  },
  'nothing raised, nothing stated': { facts: noArrears, outcome: 'not_applicable' },
})

it('says the policy in words', () => {
  const policy = Policy.parse({ ...limit, funding: ['housing_benefit'], weeklyChargePence: 1_450 })
  expect(moneyRule.describePolicy(policy, aService())).toBe(
    'Arrears and funding: arrears up to £1,000, takes housing benefit, £14.50 a week to pay oneself',
  )
})
