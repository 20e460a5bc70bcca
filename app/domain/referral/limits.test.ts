import { describe, expect, it } from 'vitest'
import { dueAfter, noShowAllowedFrom } from './limits'
import type { ReferralState } from './referral'

const NOTHING_KNOWN = { releaseOn: null, assessmentAt: null, offerExpiresAt: null }
/** A Sunday in winter; the day after is a Monday. */
const SUNDAY = new Date('2026-11-22T10:00Z')

describe('by when a referral must move on', () => {
  it.each<[ReferralState, string | null]>([
    ['draft', '2026-12-22T17:00Z'],
    ['submitted', '2026-11-23T17:00Z'],
    ['information_requested', '2026-11-25T17:00Z'],
    ['under_review', '2026-11-25T17:00Z'],
    ['waiting_list', '2026-12-06T17:00Z'],
    ['awaiting_approval', '2026-11-27T17:00Z'],
    ['to_reconfirm', '2026-11-23T17:00Z'],
    ['accepted', null],
    ['parked', null],
    ['declined', null],
  ])('%s: %s', (state, due) => {
    expect(dueAfter(state, NOTHING_KNOWN, SUNDAY)).toEqual(due === null ? null : new Date(due))
  })

  it('counts no bank holiday: submitted on Christmas Eve, acknowledged by the 29th', () => {
    const eve = new Date('2026-12-24T11:00Z')
    expect(dueAfter('submitted', NOTHING_KNOWN, eve)).toEqual(new Date('2026-12-29T17:00Z'))
  })

  it('keeps London’s clock in summer', () => {
    const friday = new Date('2026-07-03T08:00Z')
    expect(dueAfter('submitted', NOTHING_KNOWN, friday)).toEqual(new Date('2026-07-06T16:00Z'))
  })

  it.each<[string, ReferralState, string]>([
    ['2026-11-27', 'under_review', '2026-11-22T20:00Z'],
    ['2026-11-28', 'under_review', '2026-11-25T17:00Z'],
    ['2026-11-27', 'to_reconfirm', '2026-11-22T20:00Z'],
    ['2026-11-20', 'to_reconfirm', '2026-11-22T20:00Z'],
    ['2026-11-27', 'submitted', '2026-11-23T17:00Z'],
  ])('release on %s makes %s due %s', (releaseOn, state, due) => {
    expect(dueAfter(state, { ...NOTHING_KNOWN, releaseOn }, SUNDAY)).toEqual(new Date(due))
  })

  it('lets the same day end at midnight after the last call', () => {
    const late = new Date('2026-11-22T21:00Z')
    expect(dueAfter('under_review', { ...NOTHING_KNOWN, releaseOn: '2026-11-23' }, late)).toEqual(
      new Date('2026-11-23T00:00Z'),
    )
  })

  it('gives two working days after the assessment to decide', () => {
    const assessmentAt = new Date('2026-11-26T14:00Z')
    expect(dueAfter('assessment_booked', { ...NOTHING_KNOWN, assessmentAt }, SUNDAY)).toEqual(
      new Date('2026-11-30T17:00Z'),
    )
  })

  it('lasts as long as the offer, and to 20:00 on the day of release once accepted', () => {
    const offerExpiresAt = new Date('2026-11-24T17:00Z')
    expect(dueAfter('offered', { ...NOTHING_KNOWN, offerExpiresAt }, SUNDAY)).toEqual(offerExpiresAt)
    expect(dueAfter('accepted', { ...NOTHING_KNOWN, releaseOn: '2026-12-28' }, SUNDAY)).toEqual(
      new Date('2026-12-28T20:00Z'),
    )
  })

  it('allows no no-show before noon on the next day', () => {
    expect(noShowAllowedFrom('2026-12-28', '2026-12-28')).toEqual(new Date('2026-12-29T12:00Z'))
    expect(noShowAllowedFrom('2026-07-01', null)).toEqual(new Date('2026-07-02T11:00Z'))
    expect(noShowAllowedFrom('2026-12-01', '2026-12-28')).toEqual(new Date('2026-12-29T12:00Z'))
  })
})
