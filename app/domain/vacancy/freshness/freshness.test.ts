import { describe, expect, it } from 'vitest'
import { freshness, remindAt } from './freshness'
import type { StaffedHours } from './staffed-time'

const OFFICE: StaffedHours = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }]
const NIGHTS: StaffedHours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '08:00' }]

function at(instant: string): Date {
  return new Date(instant)
}

describe('until when a confirmation is fresh, and until when it is worth checking', () => {
  it.each([
    ['refuge, always staffed', 'refuge', null, '2026-11-16T09:00Z', '2026-11-17T09:00Z', '2026-11-19T09:00Z'],
    // 24 hours are 3 office days, 72 are 9: Monday 09:00 to Wednesday 17:00, and to Thursday week 17:00.
    [
      'emergency, office hours',
      'emergency',
      OFFICE,
      '2026-11-16T09:00Z',
      '2026-11-18T17:00Z',
      '2026-11-26T17:00Z',
    ],
    // Confirmed on Saturday: counting starts on Monday.
    [
      'confirmed while nobody is there',
      'refuge',
      OFFICE,
      '2026-11-14T12:00Z',
      '2026-11-18T17:00Z',
      '2026-11-26T17:00Z',
    ],
    // Thursday 24 December 13:00: 4 hours, then Friday 25 and Monday 28 are holidays: 8 + 8 + 4 on 29, 30, 31 December.
    ['over Christmas', 'emergency', OFFICE, '2026-12-24T13:00Z', '2026-12-31T13:00Z', '2027-01-11T13:00Z'],
    // A spell that began the evening before still runs at 02:00: 6 hours, then 12, then 6.
    ['nights', 'emergency', NIGHTS, '2026-11-17T02:00Z', '2026-11-19T02:00Z', '2026-11-23T02:00Z'],
    [
      'supported housing',
      'supported_housing',
      OFFICE,
      '2026-11-16T09:30Z',
      '2026-11-23T09:30Z',
      '2026-11-30T09:30Z',
    ],
    // 29 March 2026 has 23 hours: seven days later at the same clock time is an hour less.
    [
      'days across the spring change',
      'dispersed',
      null,
      '2026-03-25T09:00Z',
      '2026-04-01T08:00Z',
      '2026-04-08T08:00Z',
    ],
    // Always staffed means hours lived, not clock time.
    [
      'hours across the spring change',
      'refuge',
      null,
      '2026-03-28T12:00Z',
      '2026-03-29T12:00Z',
      '2026-03-31T12:00Z',
    ],
    // The night of 24 to 25 October 2026 has 13 hours between 20:00 and 08:00 London: 13 + 11 of the next.
    [
      'a night across the autumn change',
      'refuge',
      NIGHTS,
      '2026-10-24T19:00Z',
      '2026-10-26T07:00Z',
      '2026-10-30T07:00Z',
    ],
  ])('%s', (_, kind, staffed, confirmed, freshUntil, checkUntil) => {
    const found = freshness(kind, staffed, at(confirmed), at(confirmed))
    expect(found).toEqual({ state: 'confirmed', freshUntil: at(freshUntil), checkUntil: at(checkUntil) })
  })

  it.each([
    ['2026-11-23T09:29:59Z', 'confirmed'],
    ['2026-11-23T09:30:00Z', 'check_first'],
    ['2026-11-30T09:29:59Z', 'check_first'],
    ['2026-11-30T09:30:00Z', 'not_confirmed'],
  ])('changes by itself: at %s it is %s', (now, state) => {
    expect(freshness('supported_housing', null, at('2026-11-16T09:30Z'), at(now)).state).toBe(state)
  })

  it('never confirmed is not confirmed', () => {
    expect(freshness('refuge', null, null, at('2026-11-16T09:30Z'))).toEqual({
      state: 'not_confirmed',
      freshUntil: null,
      checkUntil: null,
    })
  })

  it('reminds when four fifths of the window have passed', () => {
    const confirmedAt = at('2026-11-16T00:00Z')
    const found = freshness('supported_housing', null, confirmedAt, confirmedAt)
    expect(remindAt(confirmedAt, found)).toEqual(at('2026-11-21T14:24Z'))
  })
})
