import { describe, expect, it } from 'vitest'
import { aService } from '@tests/support/rule-rows'
import { decideEligibility } from './decide'
import type { DecidedAnswer } from './decision'
import { PersonFacts, type Tier } from './facts'
import { Policy } from './policy'
import { redactDecision } from './redact'

const FACTS = PersonFacts.parse({
  sex: 'female',
  ageAtRelease: { min: 34, max: 34 },
  arson: 'conviction',
  arsonYear: 2023,
  localConnection: [],
  abuse: 'current',
  domesticAbusePerpetrator: 'concern',
  recourse: 'no',
})
const POLICY = Policy.parse({
  sex: 'mixed',
  ageMin: 18,
  arson: { rule: 'after_years', years: 5 },
  localConnection: 'required',
  domesticAbusePerpetrator: 'never',
  nrpf: 'no',
  violence: { highest: 'low', olderThanYears: 2 },
})

function seenAt(tier: Tier, criterion: string, facts = FACTS): DecidedAnswer | undefined {
  const decision = decideEligibility(facts, POLICY, aService(), new Date('2026-11-22T12:00:00Z'))
  return redactDecision(decision, tier).answers.find(answer => answer.criterion === criterion)
}

describe('a decision below the tier of its reasons', () => {
  it('keeps the criterion and the outcome, and nothing of what is known', () => {
    expect(seenAt(1, 'nrpf')).toMatchObject({
      title: 'No recourse to public funds',
      outcome: 'not_eligible',
      reason: null,
      known: null,
    })
    expect(seenAt(2, 'nrpf')?.reason).toBe('Does not take people with no recourse to public funds')
  })

  it('keeps the band at tier 1 and the year behind it for tier 3', () => {
    expect(seenAt(2, 'arson')).toMatchObject({ outcome: 'discuss', known: 'Conviction', reason: null })
    expect(seenAt(3, 'arson')?.reason).toBe('Convicted of arson in 2023: they take people 5 years after')
  })

  it('tells triage the age band and not the age', () => {
    expect(seenAt(1, 'age')).toMatchObject({ outcome: 'eligible', known: '30 to 39', reason: null })
  })

  it('says nothing of abuse below tier 3', () => {
    for (const tier of [1, 2] as const) {
      expect(seenAt(tier, 'local_connection')).toMatchObject({ outcome: 'discuss', reason: null })
      expect(seenAt(tier, 'domestic_abuse_perpetrator')).toMatchObject({ reason: null, known: null })
    }
  })

  it('looks the same to triage whether she needs women-only or nobody asked', () => {
    const needs = PersonFacts.parse({ ...FACTS, needsWomenOnly: 'yes' })
    expect(JSON.stringify(seenAt(1, 'sex', needs))).toBe(JSON.stringify(seenAt(1, 'sex')))
    expect(seenAt(1, 'sex')?.reason).toBe('Speak to the referrer')
  })

  it('names no missing fact of a higher tier', () => {
    const facts = PersonFacts.parse({ violence: 'high' })
    const decision = decideEligibility(facts, POLICY, aService(), new Date('2026-11-22T12:00:00Z'))
    expect(decision.missing).toContain('violenceLastYear')
    expect(redactDecision(decision, 1).missing).not.toContain('violenceLastYear')
    expect(redactDecision(decision, 1).missing).toContain('sexualOffence')
    expect(redactDecision(decision, 1).missing).not.toContain('recourse')
  })

  it('hides nothing from tier 3 but why a provider is to speak to the referrer', () => {
    const decision = decideEligibility(FACTS, POLICY, aService(), new Date('2026-11-22T12:00:00Z'))
    const answers = decision.answers.map(({ toProvider, ...answer }) =>
      answer.criterion === 'sex' ? { ...answer, reason: toProvider } : answer,
    )
    expect(redactDecision(decision, 3)).toEqual({ ...decision, answers })
    expect(redactDecision(decision, 3).answers.find(({ criterion }) => criterion === 'sex')?.reason).toBe(
      'Speak to the referrer',
    )
  })
})
