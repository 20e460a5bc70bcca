import { describe, expect, it } from 'vitest'
import { areVacanciesDue, linkStanding, policyReminder } from './reminder'

const VERIFIED = new Date('2027-01-01T09:00:00Z')
const onDay = (day: string) => new Date(`${day}T09:00:00Z`)

describe('what grows old', () => {
  it.each([
    ['2027-03-01', null],
    ['2027-03-02', 'policy_60'],
    ['2027-03-21', 'policy_60'],
    ['2027-03-22', 'policy_80'],
    ['2028-01-01', 'policy_80'],
  ])('of a policy verified on 1 January %s owes %s', (day, kind) => {
    expect(policyReminder(VERIFIED, onDay(day))).toBe(kind)
  })

  it('of vacancies is due at four fifths of their week', () => {
    const freshUntil = onDay('2027-01-08')
    // Five days and 14.4 hours on.
    expect(areVacanciesDue(VERIFIED, { freshUntil }, new Date('2027-01-06T23:23:00Z'))).toBe(false)
    expect(areVacanciesDue(VERIFIED, { freshUntil }, new Date('2027-01-06T23:24:00Z'))).toBe(true)
  })
})

describe('how a link stands', () => {
  const link = {
    aboutAt: VERIFIED,
    aboutVersion: 4,
    version: 4,
    expiresAt: onDay('2027-04-01'),
    usedAt: null,
    confirmedAt: VERIFIED,
  }
  it('is open until it ends, is used, or somebody confirmed since', () => {
    expect(linkStanding(link, onDay('2027-03-31'))).toEqual({ is: 'open' })
    expect(linkStanding(link, onDay('2027-04-01'))).toEqual({ is: 'expired' })
    const later = onDay('2027-03-05')
    expect(linkStanding({ ...link, confirmedAt: later }, onDay('2027-04-02'))).toEqual({
      is: 'done',
      at: later,
    })
    // Verifying counts the version up too; one of vacancies has none.
    expect(linkStanding({ ...link, version: 5 }, onDay('2027-03-31'))).toEqual({ is: 'restated' })
    expect(linkStanding({ ...link, version: 5, confirmedAt: later }, later).is).toBe('done')
    expect(linkStanding({ ...link, aboutVersion: null }, later)).toEqual({ is: 'open' })
    expect(linkStanding({ ...link, usedAt: later }, onDay('2027-03-06'))).toEqual({ is: 'done', at: later })
  })
})
