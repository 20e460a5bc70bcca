import { describe, expect, it } from 'vitest'
import { cappedExpiry, dueAfter, isRingNow, noShowAllowedFrom, ringOnTheDay } from './due'
import type { ReferralState } from './states'

const NOTHING_KNOWN = { releaseOn: null, assessmentAt: null, offerExpiresAt: null }
/** A Sunday in winter; the day after is a Monday. */
const SUNDAY = new Date('2026-11-22T10:00Z')

describe('by when a referral must move on', () => {
  it.each<[ReferralState, string | null]>([
    ['submitted', '2026-11-23T17:00Z'],
    ['information_requested', '2026-11-25T17:00Z'],
    ['under_review', '2026-11-25T17:00Z'],
    // Fourteen days on is a Sunday.
    ['waiting_list', '2026-12-07T17:00Z'],
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
    // Quick near the release, but nobody works on a Sunday.
    ['2026-11-27', 'under_review', '2026-11-23T17:00Z'],
    ['2026-11-28', 'under_review', '2026-11-25T17:00Z'],
    ['2026-11-27', 'to_reconfirm', '2026-11-23T17:00Z'],
    ['2026-11-27', 'submitted', '2026-11-23T17:00Z'],
    // Noon of the last working day before the release comes first.
    ['2026-11-25', 'information_requested', '2026-11-24T12:00Z'],
    ['2026-11-24', 'submitted', '2026-11-23T12:00Z'],
    ['2026-11-30', 'waiting_list', '2026-11-27T12:00Z'],
    ['2026-11-29', 'awaiting_approval', '2026-11-27T12:00Z'],
    // Somebody who left days ago is on ordinary clocks again.
    ['2026-11-13', 'submitted', '2026-11-23T17:00Z'],
  ])('release on %s makes %s due %s', (releaseOn, state, due) => {
    expect(dueAfter(state, { ...NOTHING_KNOWN, releaseOn }, SUNDAY)).toEqual(new Date(due))
  })

  it('is the same day at 20:00 near the release, and midnight after the last call', () => {
    const near = { ...NOTHING_KNOWN, releaseOn: '2026-11-30' }
    const wednesday = new Date('2026-11-25T10:00Z')
    expect(dueAfter('under_review', near, wednesday)).toEqual(new Date('2026-11-25T20:00Z'))
    const late = new Date('2026-11-25T21:00Z')
    expect(dueAfter('under_review', near, late)).toEqual(new Date('2026-11-26T00:00Z'))
  })

  it.each<[ReferralState, string, string]>([
    ['submitted', '2026-11-23', '2026-11-22T10:00Z'],
    ['under_review', '2026-11-22', '2026-11-22T10:00Z'],
    ['offered', '2026-11-21', '2026-11-22T10:00Z'],
    ['to_reconfirm', '2026-11-24', '2026-11-23T12:00Z'],
    // The Christmas of 2026 ends on Mon 28 December: noon of Christmas Eve is the last.
    ['waiting_list', '2026-12-29', '2026-12-24T12:30Z'],
  ])('has no clock for %s and a release on %s once it is %s: ring now', (state, releaseOn, at) => {
    const offerExpiresAt = new Date('2026-12-30T17:00Z')
    expect(dueAfter(state, { ...NOTHING_KNOWN, offerExpiresAt, releaseOn }, new Date(at))).toBeNull()
    expect(isRingNow(state, releaseOn, new Date(at))).toBe(true)
  })

  it('lets nobody ring while there is time, nor where nobody must act any more', () => {
    expect(isRingNow('to_reconfirm', '2026-11-24', new Date('2026-11-23T11:59Z'))).toBe(false)
    expect(isRingNow('accepted', '2026-11-22', SUNDAY)).toBe(false)
    expect(isRingNow('submitted', '2026-11-13', SUNDAY)).toBe(false)
    expect(isRingNow('submitted', null, SUNDAY)).toBe(false)
  })

  it.each([
    ['2026-11-23T15:59:59Z', null],
    ['2026-11-23T16:00:00Z', 'provider'],
    ['2026-11-23T19:59:59Z', 'provider'],
    ['2026-11-23T20:00:00Z', 'out_of_hours'],
    ['2026-11-24T11:59:59Z', 'out_of_hours'],
    ['2026-11-24T12:00:00Z', 'provider'],
    ['2026-12-02T12:00:00Z', null],
  ])('rings nobody for a release on Mon 23 November at %s, or %s', (at, ring) => {
    for (const state of ['submitted', 'offered', 'accepted', 'awaiting_approval', 'to_reconfirm'] as const)
      expect(ringOnTheDay(state, '2026-11-23', new Date(at)), state).toBe(ring)
    for (const state of ['arrived', 'parked', 'declined'] as const)
      expect(ringOnTheDay(state, '2026-11-23', new Date(at)), state).toBeNull()
    expect(ringOnTheDay('accepted', null, new Date(at))).toBeNull()
  })

  it('ends an offer by noon of the last working day before the release, or noon of the first one after the night', () => {
    const thursday = new Date('2026-11-26T15:00Z')
    const monday17 = new Date('2026-11-30T17:00Z')
    expect(cappedExpiry(monday17, '2026-11-30', thursday)).toEqual(new Date('2026-11-27T12:00Z'))
    expect(cappedExpiry(monday17, '2026-11-26', thursday)).toEqual(new Date('2026-11-27T12:00Z'))
    expect(cappedExpiry(monday17, '2026-11-27', thursday)).toEqual(new Date('2026-11-30T12:00Z'))
    expect(cappedExpiry(monday17, '2026-12-28', thursday)).toEqual(monday17)
    expect(cappedExpiry(monday17, null, thursday)).toEqual(monday17)
  })

  it.each([
    ['a Friday', '2026-12-03T13:00Z', '2026-12-04', '2026-12-07T12:00Z'],
    ['Christmas Eve', '2026-12-23T13:00Z', '2026-12-24', '2026-12-29T12:00Z'],
    ['the day before Good Friday', '2027-03-24T13:00Z', '2027-03-25', '2027-03-30T11:00Z'],
    ['a day that has been', '2026-12-26T13:00Z', '2026-12-24', '2026-12-29T12:00Z'],
  ])(
    'ends no offer for a release on %s on a day when nobody works, nor while she is out',
    (_, at, releaseOn, ends) => {
      const now = new Date(at)
      expect(cappedExpiry(new Date('2027-12-01T17:00Z'), releaseOn, now)).toEqual(new Date(ends))
      // However short the service's own time to answer is: nothing ends on the way.
      expect(cappedExpiry(londonClose(releaseOn), releaseOn, now)).toEqual(new Date(ends))
      expect(
        dueAfter('offered', { ...NOTHING_KNOWN, releaseOn, offerExpiresAt: new Date(ends) }, now),
      ).toBeNull()
      expect(isRingNow('offered', releaseOn, now)).toBe(true)
    },
  )

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

  it('allows no no-show before noon of the next working day', () => {
    expect(noShowAllowedFrom('2026-12-04', '2026-12-04')).toEqual(new Date('2026-12-07T12:00Z'))
    expect(noShowAllowedFrom('2026-12-24', '2026-12-24')).toEqual(new Date('2026-12-29T12:00Z'))
    expect(noShowAllowedFrom('2027-03-25', null)).toEqual(new Date('2027-03-30T11:00Z'))
    expect(noShowAllowedFrom('2026-12-28', '2026-12-28')).toEqual(new Date('2026-12-29T12:00Z'))
    expect(noShowAllowedFrom('2026-07-01', null)).toEqual(new Date('2026-07-02T11:00Z'))
    expect(noShowAllowedFrom('2026-12-01', '2026-12-28')).toEqual(new Date('2026-12-29T12:00Z'))
  })
})

function londonClose(day: string): Date {
  return new Date(`${day}T17:00Z`)
}
