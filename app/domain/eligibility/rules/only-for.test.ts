import { describe, expect, it } from 'vitest'
import { aService, decides, type Row } from '@tests/support/rule-rows'
import { decideEligibility } from '../decide'
import { PersonFacts } from '../facts'
import { Policy } from '../policy'
import { redactDecision } from '../redact'
import { onlyForRule } from './only-for'

const veterans: Row['policy'] = { onlyFor: ['veterans'] }
const refuge: Row['policy'] = { onlyFor: ['domestic_abuse'] }
const several: Row['policy'] = { onlyFor: ['domestic_abuse', 'care_leavers'] }

decides(onlyForRule, {
  'not stated': { facts: { veteran: 'no' }, outcome: 'not_applicable' },
  'for no group in particular': { policy: { onlyFor: [] }, outcome: 'not_applicable' },
  'veterans and one': {
    facts: { veteran: 'yes' },
    policy: veterans,
    outcome: 'eligible',
    reason: 'Is for people who have served in the armed forces',
    tier: 2,
  },
  'veterans and confirmed none': {
    facts: { veteran: 'no' },
    policy: veterans,
    outcome: 'not_eligible',
    reason: 'Only for people who have served in the armed forces',
    tier: 2,
  },
  'veterans and not known': {
    policy: veterans,
    outcome: 'discuss',
    reason: 'Only for people who have served in the armed forces, and it is not known whether that is so',
    missing: ['veteran'],
    tier: 2,
  },
  'care leavers and confirmed none': {
    facts: { careLeaver: 'no' },
    policy: { onlyFor: ['care_leavers'] },
    outcome: 'not_eligible',
    reason: 'Only for care leavers',
  },
  'in recovery': {
    facts: { substances: 'recovery' },
    policy: { onlyFor: ['in_recovery'] },
    outcome: 'eligible',
  },
  'in recovery with OST': {
    facts: { substances: 'ost' },
    policy: { onlyFor: ['in_recovery'] },
    outcome: 'eligible',
  },
  'in recovery and no need': {
    facts: { substances: 'none' },
    policy: { onlyFor: ['in_recovery'] },
    outcome: 'not_eligible',
    reason: 'Only for people in recovery from drugs or alcohol',
  },
  'in recovery and still using': {
    facts: { substances: 'active' },
    policy: { onlyFor: ['in_recovery'] },
    outcome: 'not_eligible',
  },
  'in recovery and not known': {
    policy: { onlyFor: ['in_recovery'] },
    outcome: 'discuss',
    missing: ['substances'],
  },
  'mental health and not known': {
    policy: { onlyFor: ['mental_health'] },
    outcome: 'discuss',
    missing: ['mentalHealth'],
  },
  'learning disability and one': {
    facts: { learningDisability: 'yes' },
    policy: { onlyFor: ['learning_disability'] },
    outcome: 'eligible',
  },
  'abuse in the past': { facts: { abuse: 'past' }, policy: refuge, outcome: 'eligible', tier: 3 },
  'fleeing violence is enough': {
    facts: { fleeingViolence: 'yes' },
    policy: refuge,
    outcome: 'eligible',
    tier: 3,
  },
  'no abuse, flight not known': {
    facts: { abuse: 'none' },
    policy: refuge,
    outcome: 'discuss',
    missing: ['fleeingViolence'],
    tier: 3,
  },
  'neither abuse nor flight': {
    facts: { abuse: 'none', fleeingViolence: 'no' },
    policy: refuge,
    outcome: 'not_eligible',
    tier: 3,
  },
  'would rather not say': {
    facts: { abuse: 'prefer_not_to_say', fleeingViolence: 'prefer_not_to_say' },
    policy: refuge,
    outcome: 'discuss',
    tier: 3,
  },
  'one of several, the reason of the lowest tier': {
    facts: { abuse: 'current', careLeaver: 'yes' },
    policy: several,
    outcome: 'eligible',
    reason: 'Is for care leavers',
    tier: 2,
  },
  'none of several known': {
    facts: { careLeaver: 'no' },
    policy: several,
    outcome: 'discuss',
    reason: 'Only for people who have been abused or care leavers, and it is not known whether that is so',
    missing: ['abuse', 'fleeingViolence'],
    tier: 3,
  },
})

it('says whom a service is for', () => {
  const words = (policy: unknown) => onlyForRule.describePolicy(Policy.parse(policy), aService())
  expect(words(several)).toBe('Who it is for: only people who have been abused or care leavers')
  expect(words({ onlyFor: [] })).toBe('Who it is for: no group in particular')
  expect(words({})).toBe('Who it is for: not stated')
})

describe('what a provider reads of it', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  const shown = (facts: object, policy: object, tier: 1 | 2 | 3) =>
    redactDecision(
      decideEligibility(PersonFacts.parse(facts), Policy.parse(policy), aService(), now),
      tier,
    ).answers.find(({ criterion }) => criterion === 'only_for')

  it.each([1, 2] as const)('of abuse at tier %i only the outcome', tier => {
    expect(shown({ abuse: 'past' }, refuge, tier)).toMatchObject({
      outcome: 'eligible',
      reason: null,
      known: null,
    })
    expect(shown({}, refuge, tier)).toMatchObject({
      outcome: 'discuss',
      reason: null,
      known: null,
      missing: [],
    })
  })

  it('of service in the armed forces the reason from tier 2 on, and no abuse beside it', () => {
    const facts = { veteran: 'yes', abuse: 'past' }
    expect(shown(facts, veterans, 1)).toMatchObject({ outcome: 'eligible', reason: null, known: null })
    expect(shown(facts, veterans, 2)).toMatchObject({
      reason: 'Is for people who have served in the armed forces',
      known: null,
    })
    expect(shown(facts, veterans, 3)?.known).toBe('Served in the armed forces · Has been abused')
  })
})
