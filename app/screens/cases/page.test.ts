import { describe, expect, it } from 'vitest'
import type { Queue, QueuedCase } from './facts.server'
import { queueView } from './page'

const NONE = { open: 0, offered: 0, accepted: 0, parked: 0, arrived: 0, ended: 0 }

function queued(changes: Partial<QueuedCase>): QueuedCase {
  return {
    id: 'a',
    reference: 'C-10001',
    name: 'Kit Marrow',
    prisonNumber: 'Z4410KD',
    sex: 'woman',
    custodyStatus: 'sentenced',
    releaseOn: '2026-11-25',
    releaseConfidence: 'firm',
    daysToRelease: 3,
    group: '5_days',
    arrivedOn: null,
    referrals: NONE,
    missing: 4,
    due: [],
    checks: [],
    ...changes,
  }
}

const TODAY = '2026-11-22'

function queue(cases: QueuedCase[], changes: Partial<Queue> = {}): Queue {
  const one = { page: 1, pages: 1, total: cases.length, first: 1 }
  return { ...one, cases, counts: {}, leavingSoon: 0, leavingWithoutReferral: 0, ...changes }
}

describe('the queue of a team', () => {
  it('names the day on which somebody came, early or not, and no confidence in a release that is over', () => {
    const here = { group: 'arrived', daysToRelease: 3 } as const
    const lineOf = (arrivedOn: QueuedCase['arrivedOn']) =>
      queueView(queue([queued({ ...here, arrivedOn })]), '2026-11-27').groups[0]?.lines[0]
    expect(lineOf('2026-11-25')).toMatchObject({ days: 'Arrived', release: 'Wed 25 November' })
    expect(lineOf('2026-11-26')).toMatchObject({ days: 'Arrived', release: 'Thu 26 November' })
    expect(lineOf('2026-11-23')).toMatchObject({ release: 'Released early: arrived Mon 23 November' })
  })

  it('groups cases by days to release and leaves out empty groups', () => {
    const later = queued({ id: 'b', group: 'not_known', releaseOn: null, daysToRelease: null })
    const view = queueView(queue([later, queued({})]), TODAY)
    expect(view.groups.map(({ title, lines }) => [title, lines.map(line => line.id)])).toEqual([
      ['Within 5 days, or passed', ['a']],
      ['Release date not known', ['b']],
    ])
  })

  it('says day, days and what is missing', () => {
    expect(queueView(queue([queued({})]), TODAY).groups[0]?.lines[0]).toMatchObject({
      days: '3 days',
      release: 'Wed 25 November · firm',
      missing: 4,
    })
  })

  it('leads to the page on which each group begins', () => {
    const counts = { '5_days': 20, '28_days': 90, '12_weeks': 1, not_known: 7 }
    expect(queueView(queue([queued({})], { counts }), TODAY).index).toEqual([
      { group: '5_days', title: 'Within 5 days, or passed', count: 20, page: 1 },
      { group: '28_days', title: 'Within 28 days', count: 90, page: 1 },
      { group: '12_weeks', title: 'Within 12 weeks', count: 1, page: 3 },
      { group: 'not_known', title: 'Release date not known', count: 7, page: 3 },
    ])
  })
})

describe('how the referrals of a case stand', () => {
  const standing = (changes: Partial<QueuedCase>) =>
    queueView(queue([queued(changes)]), TODAY).groups[0]?.lines[0]?.referrals

  it('says what is open, and who arrived apart', () => {
    const referrals = { open: 5, offered: 1, accepted: 1, parked: 1, arrived: 1, ended: 3 }
    expect(standing({ referrals })).toEqual([
      { tone: 'settled', text: '1 arrived' },
      { tone: 'settled', text: '1 accepted' },
      { tone: 'answer', text: '1 offered: answer' },
      { tone: 'waiting', text: '2 waiting' },
      { tone: 'waiting', text: '1 parked' },
      { tone: 'waiting', text: '3 ended' },
    ])
    expect(standing({ referrals: { ...NONE, arrived: 1 } })).toEqual([{ tone: 'settled', text: '1 arrived' }])
  })

  it('says that none is late within 28 days, and never "None yet" of a case that was referred', () => {
    expect(standing({})).toEqual([{ tone: 'none-late', text: 'None yet' }])
    expect(standing({ group: 'later' })).toEqual([{ tone: 'none', text: 'None yet' }])
    expect(standing({ referrals: { ...NONE, ended: 4 } })).toEqual([
      { tone: 'none-late', text: 'None open' },
      { tone: 'waiting', text: '4 ended' },
    ])
  })
})
