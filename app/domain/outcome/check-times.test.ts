import { describe, expect, it } from 'vitest'
import { dueOn, isOfThisRelease, isPossible, possibleFrom, releasedOn } from './check-times'
import type { CheckAnswers } from './checks'

const SETTLED: CheckAnswers<'day_91'> = { settled: 'settled' }
const DIED: CheckAnswers<'day_91'> = { settled: 'died' }
const HOUSED: CheckAnswers<'first_night'> = {
  housed: 'housed',
  route: 'council',
  where: 'E08000021',
  safe: 'yes',
  suitable: 'unknown',
}
const days = { openedOn: '2026-11-02', receivedOn: null, releasedOn: '2027-02-01' }

describe('when a check is due', () => {
  it('is 4 calendar days after reception, or after the case was opened where that day is not known', () => {
    expect(dueOn('reception', { ...days, receivedOn: '2026-12-23' })).toBe('2026-12-27')
    expect(dueOn('reception', days)).toBe('2026-11-06')
    expect(dueOn('reception', { ...days, releasedOn: null })).toBe('2026-11-06')
  })

  it('is counted from the release: 56 days ahead, that day, the day after, day 91', () => {
    expect(dueOn('council_notice', days)).toBe('2026-12-07')
    expect(dueOn('night_before', days)).toBe('2027-02-01')
    expect(dueOn('first_night', days)).toBe('2027-02-02')
    expect(dueOn('day_91', days)).toBe('2027-05-03')
  })

  it('was days ago where the reception was, however late the case was opened', () => {
    expect(dueOn('reception', { ...days, receivedOn: '2026-03-05' })).toBe('2026-03-09')
  })

  it('is no day before the case was opened, and none while no release is known', () => {
    expect(dueOn('council_notice', { ...days, releasedOn: '2026-11-20' })).toBe('2026-11-02')
    expect(dueOn('first_night', { ...days, releasedOn: null })).toBeNull()
  })
})

describe('when a check can be known', () => {
  it('is not before what it asks about', () => {
    expect(possibleFrom('reception', null)).toBeNull()
    expect(possibleFrom('council_notice', null)).toBeNull()
    expect(possibleFrom('night_before', '2027-02-01')).toBe('2027-01-31')
    expect(possibleFrom('first_night', '2027-02-01')).toBe('2027-02-01')
    expect(possibleFrom('day_91', '2027-02-01')).toBe('2027-05-03')
    expect(possibleFrom('first_night', null)).toBeNull()
  })

  it('lets a death be known before day 91, and nothing else', () => {
    const on = '2027-03-01'
    expect(isPossible({ kind: 'day_91', answers: DIED }, '2027-02-01', on)).toBe(true)
    expect(isPossible({ kind: 'day_91', answers: SETTLED }, '2027-02-01', on)).toBe(false)
    expect(isPossible({ kind: 'day_91', answers: SETTLED }, '2027-02-01', '2027-05-03')).toBe(true)
    expect(isPossible({ kind: 'day_91', answers: SETTLED }, null, '2027-05-03')).toBe(false)
  })

  it('asks again where the release was moved after it was recorded', () => {
    const first = {
      kind: 'first_night',
      answers: HOUSED,
      recordedAt: new Date('2027-02-02T09:00:00Z'),
    } as const
    expect(isOfThisRelease(first, '2027-02-01')).toBe(true)
    expect(isOfThisRelease(first, '2027-02-03')).toBe(false)
  })
})

describe('the day of release', () => {
  it('is that of the case, or an arrival before it', () => {
    expect(releasedOn('2027-02-01', null)).toBe('2027-02-01')
    expect(releasedOn('2027-02-01', '2027-02-04')).toBe('2027-02-01')
    expect(releasedOn('2027-02-01', '2027-01-28')).toBe('2027-01-28')
    expect(releasedOn(null, '2027-01-28')).toBe('2027-01-28')
    expect(releasedOn(null, null)).toBeNull()
  })
})
