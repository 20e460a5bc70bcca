import { describe, expect, it } from 'vitest'
import type { Decision } from '../../eligibility/decision'
import { changeNotice, toBeTicked, detailWords, historyChange, listedChange } from './change-words'
import { decisionSince, type NotedChange, type NotedDetail, standingFor } from './standing-changes'

const AT = new Date('2026-11-26T14:05:00Z')
const NOW = new Date('2026-11-26T16:00:00Z')

const WORSE: NotedDetail = {
  criterion: 'rosh',
  title: 'Risk of serious harm',
  tier: 1,
  silent: false,
  cause: 'fact',
  before: { outcome: 'eligible', known: 'Low', reason: 'Low' },
  after: { outcome: 'not_eligible', known: 'Very high', reason: 'They take up to high' },
}
const BACK: NotedDetail = { ...WORSE, before: WORSE.after, after: WORSE.before }

function noted(fields: Partial<NotedChange>): NotedChange {
  return {
    id: 'c',
    changedAt: AT,
    told: true,
    passedOn: true,
    tier: 1,
    historyId: 'h',
    referrerReadAt: null,
    providerReadAt: null,
    settledAt: null,
    changedFacts: ['rosh'],
    details: [WORSE],
    ...fields,
  }
}

describe('what stands changed', () => {
  it('is read by both sides where it is passed on and of a tier that is open', () => {
    const standing = standingFor('provider', 1, [noted({})])
    expect([standing.changes.length, standing.somethingToTell, standing.unread]).toEqual([1, false, 1])
    const reader = { side: 'provider', referrerPhone: '0191 498 0002' } as const
    expect(changeNotice(standing, reader, NOW)).toEqual({
      title: 'Changed since it was referred',
      lines: ['Risk of serious harm: low → very high, at 14:05 today. Now does not fit the policy'],
      ring: null,
    })
  })

  it('calls to ring of nothing that was passed on after all', () => {
    const rung = noted({ passedOn: false, details: [], changedFacts: ['pregnancy'], providerReadAt: AT })
    const caughtUp = noted({ passedOn: false, details: [], settledAt: NOW })
    expect(standingFor('provider', 1, [rung, caughtUp, noted({})])).toMatchObject({
      somethingToTell: true,
      withheld: ['pregnancy'],
      rungAt: AT,
    })
  })

  it.each([
    ['not passed on', noted({ passedOn: false, tier: 3, details: [] }), 3],
    ['of a higher tier', noted({ tier: 3, details: [] }), 2],
  ] as const)('is something to ring about where it is %s', (_, change, tier) => {
    const standing = standingFor('provider', tier, [change])
    expect(standing).toMatchObject({ changes: [], somethingToTell: true, unread: 1 })
    const reader = { side: 'provider', referrerPhone: '0191 498 0002' } as const
    expect(changeNotice(standing, reader, NOW)).toEqual({
      title: 'The referrer has something to tell you: ring',
      lines: [],
      ring: { text: 'Phone', phone: '0191 498 0002' },
    })
    expect(listedChange(standing, 'provider', 'under_review')).toEqual({
      words: 'Ring the referrer',
      ring: true,
    })
    expect(historyChange(change, 'provider')).toEqual({
      what: 'The referrer has something to tell you',
      details: [],
    })
  })

  it('goes from the day of the referral to now over several changes, and is nothing once it is as it was', () => {
    const half: NotedDetail = { ...WORSE, after: { outcome: 'discuss', known: 'High', reason: 'Ask' } }
    const rest: NotedDetail = { ...WORSE, before: half.after }
    const two = standingFor('referrer', 3, [noted({ details: [half] }), noted({ details: [rest] })])
    expect(two.changes.map(detailWords)).toEqual([
      'Risk of serious harm: low → very high. Now does not fit the policy',
    ])
    expect(standingFor('referrer', 3, [noted({}), noted({ details: [BACK] })]).changes).toEqual([])
  })

  it.each([
    [
      ['not_applicable', 'None recorded'],
      ['eligible', 'Conviction'],
      'Arson: none recorded → conviction. Still fits the policy',
    ],
    [
      ['discuss', 'Not known'],
      ['not_applicable', 'None recorded'],
      'Arson: not known → none recorded. No longer in question',
    ],
    [['discuss', 'Concern'], ['eligible', 'Concern'], 'Arson: concern. Now fits the policy'],
    [['eligible', null], ['discuss', 'Conviction'], 'Arson: conviction. Now to discuss'],
    [['eligible', null], ['discuss', null], 'Arson: fits → to discuss'],
  ] as const)('says the fact first, then what it does: %j, %j', (from, to, words) => {
    const [before, after] = [from, to].map(([outcome, known]) => ({ outcome, known, reason: null }))
    expect(detailWords({ title: 'Arson', before: before!, after: after!, cause: 'fact' })).toBe(words)
  })

  it('needs no reading once it is settled or read by that side', () => {
    expect(standingFor('provider', 1, [noted({ settledAt: AT })]).unread).toBe(0)
    expect(standingFor('provider', 1, [noted({ providerReadAt: AT })]).unread).toBe(0)
    expect(standingFor('referrer', 3, [noted({ providerReadAt: AT })]).unread).toBe(1)
  })

  it('says to the officer what the provider learns of it', () => {
    const lines = (fields: Partial<NotedChange>) =>
      changeNotice(
        standingFor('referrer', 3, [noted(fields)]),
        { side: 'referrer', referrerPhone: null },
        NOW,
      )?.lines
    const words = 'Risk of serious harm: low → very high, at 14:05 today. Now does not fit the policy.'
    expect(lines({})).toEqual([`${words} The provider reads it, as far as was agreed`])
    expect(lines({ passedOn: false })).toEqual([`${words} The provider reads only: ring`])
    expect(lines({ details: [{ ...WORSE, silent: true }] })).toEqual([`${words} The provider is not told`])
  })
})

it('a stored decision says no more that the person fits where she does not', () => {
  const stored: Decision = {
    outcome: 'eligible',
    missing: [],
    answers: [
      {
        criterion: 'rosh',
        title: 'Risk of serious harm',
        outcome: 'eligible',
        tier: 1,
        reason: 'Low',
        knownTier: 1,
        known: 'Low',
        policy: 'Risk of serious harm: up to high',
        missing: [],
      },
    ],
  }
  const overall: NotedDetail = {
    ...WORSE,
    criterion: 'overall',
    before: { outcome: 'eligible', known: null, reason: null },
    after: { outcome: 'not_eligible', known: null, reason: null },
  }
  const { changes } = standingFor('provider', 1, [noted({ details: [WORSE, overall] })])
  const since = decisionSince(stored, changes)
  expect([since.outcome, since.answers[0]?.outcome, since.answers[0]?.known]).toEqual([
    'not_eligible',
    'not_eligible',
    'Very high',
  ])
})

it('knows which facts were saved anew without her agreement, until they are passed on', () => {
  const hidden = noted({ passedOn: false, changedFacts: ['rosh', 'pets'] })
  const passed = noted({ passedOn: true, changedFacts: ['pets'] })
  expect(standingFor('provider', 3, [hidden]).withheld).toEqual(['rosh', 'pets'])
  expect(standingFor('provider', 3, [hidden, passed]).withheld).toEqual(['rosh'])
  const settled = standingFor('provider', 3, [noted({ ...hidden, settledAt: AT })])
  expect([settled.withheld, settled.somethingToTell, settled.unread]).toEqual([['rosh', 'pets'], true, 0])
  expect(standingFor('referrer', 3, [hidden]).withheld).toEqual([])
})

it.each([
  ['what it reads', [noted({})], 'I have read what changed'],
  ['what it may not read', [noted({ passedOn: false, details: [] })], 'I have rung the referrer'],
  [
    'both',
    [noted({}), noted({ passedOn: false, details: [] })],
    'I have read what changed and rung the referrer',
  ],
  ['nothing unread', [noted({ passedOn: false, details: [], providerReadAt: AT })], null],
])('a provider ticks, of %s', (_what, changes, words) => {
  expect(toBeTicked(standingFor('provider', 1, changes))).toBe(words)
})
