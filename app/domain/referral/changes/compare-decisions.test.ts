import { describe, expect, it } from 'vitest'
import type { DecidedAnswer, Decision } from '../../eligibility/decision'
import { compareDecisions, silentAmong } from './compare-decisions'

const ARSON: DecidedAnswer = {
  criterion: 'arson',
  title: 'Arson',
  outcome: 'eligible',
  tier: 1,
  reason: 'None',
  knownTier: 1,
  known: 'None',
  policy: 'Arson: never',
  missing: [],
}
const AGE: DecidedAnswer = { ...ARSON, criterion: 'age', title: 'Age', policy: 'Age: 18 or over' }

function decision(outcome: Decision['outcome'], ...answers: DecidedAnswer[]): Decision {
  return { outcome, answers, missing: [] }
}

describe('two decisions about one person and one service', () => {
  it('differ in no way where every outcome is the same, whatever the words', () => {
    const before = decision('eligible', ARSON, AGE)
    const after = decision('eligible', { ...ARSON, reason: 'Never', known: 'Never' }, AGE)
    expect(compareDecisions(before, after)).toEqual([])
  })

  it('differ in a criterion and as a whole, from what to what, at the higher of the tiers', () => {
    const convicted: DecidedAnswer = {
      ...ARSON,
      outcome: 'not_eligible',
      tier: 3,
      reason: 'A conviction in 2019',
      known: 'Conviction',
    }
    expect(
      compareDecisions(decision('eligible', ARSON, AGE), decision('not_eligible', convicted, AGE)),
    ).toEqual([
      {
        criterion: 'arson',
        title: 'Arson',
        tier: 3,
        before: { outcome: 'eligible', known: 'None', reason: 'None' },
        after: { outcome: 'not_eligible', known: 'Conviction', reason: 'A conviction in 2019' },
      },
      {
        criterion: 'overall',
        title: 'Altogether',
        tier: 1,
        before: { outcome: 'eligible', known: null, reason: null },
        after: { outcome: 'not_eligible', known: null, reason: null },
      },
    ])
  })

  it('differ by a criterion only one of them has', () => {
    const stale: DecidedAnswer = {
      ...AGE,
      criterion: 'policy_verified',
      title: 'Policy verified',
      outcome: 'discuss',
    }
    const changes = compareDecisions(decision('discuss', stale), decision('eligible'))
    expect(changes.map(({ criterion, before, after }) => [criterion, before.outcome, after.outcome])).toEqual(
      [
        ['policy_verified', 'discuss', 'not_applicable'],
        ['overall', 'discuss', 'eligible'],
      ],
    )
  })

  it('tell apart what may be told from what is the team’s alone', () => {
    const toDiscuss: DecidedAnswer = { ...AGE, criterion: 'sex', title: 'Sex', outcome: 'discuss' }
    const all = compareDecisions(
      decision('eligible', ARSON, { ...toDiscuss, outcome: 'eligible' }),
      decision('discuss', { ...ARSON, outcome: 'discuss' }, toDiscuss),
    )
    const told = all.filter(({ criterion }) => criterion !== 'sex')
    expect(silentAmong(all, told).map(({ criterion }) => criterion)).toEqual(['sex'])
    expect(silentAmong(all, []).map(({ criterion }) => criterion)).toEqual(['arson', 'sex', 'overall'])
  })
})
