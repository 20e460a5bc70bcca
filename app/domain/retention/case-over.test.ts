import { describe, expect, it } from 'vitest'
import { caseOverOn } from './case-over'

const CLOSED = { closedAt: new Date('2027-03-03T15:00:00Z'), referralsClosedAt: [], day91DueOn: null }
const TODAY = '2027-03-04'

function set(value: number, validFrom: string, struckAt: Date | null = null) {
  return { setting: 'keep_case', value, validFrom, struckAt } as const
}

describe('the day on which a closed case is deleted', () => {
  it.each([
    ['a year after it closed', {}, [], '2028-03-03'],
    [
      'a year after the last of its referrals closed',
      { referralsClosedAt: [new Date('2027-05-01T10:00:00Z'), new Date('2027-01-01T10:00:00Z')] },
      [],
      '2028-05-01',
    ],
    ['not before day 91 is due', { day91DueOn: '2028-06-07' }, [], '2028-06-07'],
    ['never while a referral is open', { referralsClosedAt: [null] }, [], null],
    ['by the setting of the region', {}, [set(6, '2027-02-01')], '2027-09-03'],
    ['not by one that is struck', {}, [set(6, '2027-02-01', new Date())], '2028-03-03'],
    // From 1 June on six months are enough: over on 3 September. From 1 December on: over already that day.
    ['by the setting of the day, a shorter one to come', {}, [set(6, '2027-06-01')], '2027-09-03'],
    ['on the day a shorter one begins to hold', {}, [set(6, '2027-12-01')], '2027-12-01'],
    ['by a longer one that holds before', {}, [set(24, '2028-01-01')], '2029-03-03'],
    ['on the last day of a shorter month', { closedAt: new Date('2028-02-29T12:00:00Z') }, [], '2029-02-28'],
  ])('is %s', (_, of, settings, over) => {
    expect(caseOverOn({ ...CLOSED, ...of }, settings, TODAY)).toBe(over)
  })
})
