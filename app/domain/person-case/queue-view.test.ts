import { describe, expect, it } from 'vitest'
import type { QueuedCase } from './person-case-queries.server'
import { queueView } from './queue-view'

const NONE = { drafts: 0, open: 0, offered: 0, accepted: 0 }

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
    referrals: NONE,
    missing: 4,
    ...changes,
  }
}

const TODAY = '2026-11-22'

describe('the queue of a team', () => {
  it('groups cases by days to release and leaves out empty groups', () => {
    const later = queued({ id: 'b', group: 'not_known', releaseOn: null, daysToRelease: null })
    const view = queueView([later, queued({})], TODAY)
    expect(view.groups.map(({ title, lines }) => [title, lines.map(line => line.id)])).toEqual([
      ['Within 5 days, or passed', ['a']],
      ['Release date not known', ['b']],
    ])
  })

  it('says day, days and what is missing', () => {
    expect(queueView([queued({})], TODAY).groups[0]?.lines[0]).toMatchObject({
      days: '3 days',
      release: 'Wed 25 November · firm',
      missing: 4,
    })
  })

  it('says how referrals stand, and that none yet is late within 28 days', () => {
    const standing = (changes: Partial<QueuedCase>) =>
      queueView([queued(changes)], TODAY).groups[0]?.lines[0]?.referrals
    expect(standing({ referrals: { drafts: 1, open: 4, offered: 1, accepted: 1 } })).toEqual([
      { tone: 'settled', text: '1 accepted' },
      { tone: 'answer', text: '1 offered: answer' },
      { tone: 'waiting', text: '2 waiting' },
      { tone: 'waiting', text: '1 draft' },
    ])
    expect(standing({})).toEqual([{ tone: 'none-late', text: 'None yet' }])
    expect(standing({ group: 'later' })).toEqual([{ tone: 'none', text: 'None yet' }])
  })

  it('counts who leaves soon and for whom nobody was asked', () => {
    const asked = queued({ id: 'c', referrals: { ...NONE, open: 1 } })
    const later = queued({ id: 'b', group: 'later' })
    expect(queueView([queued({}), asked, later], TODAY)).toMatchObject({
      open: 3,
      leavingSoon: 2,
      leavingWithoutReferral: 1,
    })
  })
})
