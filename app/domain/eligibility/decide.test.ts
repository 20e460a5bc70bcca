import { describe, expect, it } from 'vitest'
import { aService } from '@tests/support/rule-rows'
import { decideEligibility, decisionsFor } from './decide'
import { type DecidedAnswer, type Decision, group } from './decision'
import { PersonFacts } from './facts'
import { Policy } from './policy'

const NOW = new Date('2026-11-22T12:00:00Z')

/** Answers enough that nothing below is missing unless a test takes it away. */
const KNOWN = {
  sex: 'female',
  needsWomenOnly: 'no',
  ageAtRelease: { min: 34, max: 34 },
  status: 'sentenced',
  arson: 'none',
  sexualOffence: 'none',
  offencesAgainstChildren: 'none',
  domesticAbusePerpetrator: 'none',
  violence: 'none',
  rosh: 'medium',
  substances: 'none',
  injecting: 'none',
  recourse: 'yes',
  childrenPlan: 'none',
  pregnancy: 'no',
  couple: 'no',
  pets: 'none',
  accessNeeds: [],
  localConnection: [],
  licenceExclusions: [],
  licenceKeepAwayFrom: [],
  arrearsPence: 0,
  curfew: 'no',
  supportNeed: 'low',
} as const
const WOMEN_FROM_PRISON = {
  sex: 'women',
  ageMin: 18,
  peopleFromPrison: 'yes',
  localConnection: 'none',
} as const

function decision(facts: object = {}, policy: object = {}, verifiedAt: Date | null = NOW): Decision {
  return decideEligibility(
    PersonFacts.parse({ ...KNOWN, ...facts }),
    Policy.parse({ ...WOMEN_FROM_PRISON, ...policy }),
    aService({ policyVerifiedAt: verifiedAt }),
    NOW,
  )
}

function answer(from: Decision, criterion: string): DecidedAnswer | undefined {
  return from.answers.find(each => each.criterion === criterion)
}

describe('a decision', () => {
  it('is eligible, and says why, where nothing stands in the way', () => {
    const eligible = decision()
    expect(eligible.outcome).toBe('eligible')
    expect(eligible.missing).toEqual([])
    expect(eligible.answers.filter(each => each.outcome === 'eligible').map(each => each.reason)).toEqual([
      'Takes women',
      'Age 34: no upper limit',
      'Takes women straight from prison',
      'No local connection needed',
    ])
  })

  it('is discuss as soon as one answer is', () => {
    expect(decision({ arson: 'concern' }, { arson: { rule: 'never' } }).outcome).toBe('discuss')
  })

  it('is not eligible as soon as one answer is, whatever else is to be discussed', () => {
    const refused = decision(
      { arson: 'conviction', curfew: 'unknown' },
      { arson: { rule: 'never' }, curfew: 'no' },
    )
    expect(refused.outcome).toBe('not_eligible')
    expect(refused.missing).toEqual(['curfew'])
  })

  it('shows of each criterion the policy and what is known', () => {
    expect(answer(decision({}, { arson: { rule: 'case_by_case' } }), 'arson')).toEqual({
      criterion: 'arson',
      title: 'Arson',
      outcome: 'eligible',
      tier: 1,
      reason: 'Arson: none recorded',
      knownTier: 1,
      known: 'None recorded',
      policy: 'Arson: case by case',
      missing: [],
    })
  })

  it('never calls a person nobody knows anything about eligible', () => {
    const unknown = decideEligibility(PersonFacts.parse({}), Policy.parse({}), aService(), NOW)
    expect(unknown.outcome).toBe('discuss')
  })

  it('is the same one by one and for many', () => {
    const facts = PersonFacts.parse(KNOWN)
    const policy = Policy.parse(WOMEN_FROM_PRISON)
    expect(decisionsFor(facts, NOW)(policy, aService())).toEqual(
      decideEligibility(facts, policy, aService(), NOW),
    )
  })
})

describe('a policy nobody verified', () => {
  const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

  it('counts as verified for 90 days', () => {
    expect(decision({}, {}, daysAgo(90)).outcome).toBe('eligible')
    expect(answer(decision({}, {}, daysAgo(90)), 'policy_verified')).toBeUndefined()
  })

  it('is discuss after them', () => {
    const stale = decision({}, {}, new Date(daysAgo(90).getTime() - 1))
    expect(stale.outcome).toBe('discuss')
    expect(answer(stale, 'policy_verified')?.reason).toBe(
      'Nobody has verified this policy for 90 days: ask before you rely on it',
    )
  })

  it('is discuss where nobody ever did', () => {
    expect(answer(decision({}, {}, null), 'policy_verified')?.reason).toBe(
      'Nobody has verified this policy: ask before you rely on it',
    )
  })

  it('does not soften a refusal', () => {
    expect(decision({ sex: 'male' }, {}, null).outcome).toBe('not_eligible')
  })
})

describe('the group a service is listed under', () => {
  it('is eligible or not eligible as the decision is', () => {
    expect(group(decision())).toBe('eligible')
    expect(group(decision({ sex: 'male' }))).toBe('not_eligible')
  })

  it('waits for answers where answers are all that is missing', () => {
    const waiting = decision({ arson: 'unknown', curfew: 'unknown' }, { arson: { rule: 'never' } })
    expect(group(waiting)).toBe('eligible_once_answered')
    expect(waiting.missing).toEqual(['arson', 'curfew'])
  })

  it('is discuss where one thing more needs a conversation', () => {
    expect(group(decision({ arson: 'unknown' }, { peopleFromPrison: 'case_by_case' }))).toBe('discuss')
    expect(group(decision({ arson: 'unknown' }, {}, null))).toBe('discuss')
  })
})
