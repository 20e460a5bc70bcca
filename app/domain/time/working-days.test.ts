import { describe, expect, it } from 'vitest'
import { BANK_HOLIDAYS } from './bank-holidays'
import {
  addWorkingDays,
  addWorkingDaysTo,
  bankHolidayOn,
  expectedReleaseDay,
  isWorkingDay,
  workingDaysBetween,
} from './working-days'

describe('bank holidays', () => {
  it('has eight a year from 2024 to 2028, one more for a coronation, two for a jubilee and a funeral, none of them at a weekend', () => {
    const years = [...BANK_HOLIDAYS.keys()].map(day => day.slice(0, 4))
    const counted = ['2022', '2023', '2024', '2025', '2026', '2027', '2028'].map(
      year => years.filter(each => each === year).length,
    )
    expect(counted).toEqual([10, 9, 8, 8, 8, 8, 8])
    const weekdays = [...BANK_HOLIDAYS.keys()].map(day => new Date(`${day}T00:00:00Z`).getUTCDay())
    expect(weekdays.filter(weekday => weekday === 0 || weekday === 6)).toEqual([])
  })

  it('moves Christmas and New Year to a weekday', () => {
    expect(bankHolidayOn('2026-12-28')).toBe('Boxing Day (substitute day)')
    expect(bankHolidayOn('2027-12-27')).toBe('Christmas Day (substitute day)')
    expect(bankHolidayOn('2028-01-03')).toBe('New Year’s Day (substitute day)')
    expect(bankHolidayOn('2026-12-24')).toBeNull()
  })
})

describe('working days', () => {
  it('leaves out weekends and bank holidays', () => {
    const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-12-25', '2026-12-28', '2026-12-29']
    expect(days.map(isWorkingDay)).toEqual([true, false, false, false, false, true])
  })

  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-12-24', 2, '2026-12-30'],
    ['2027-03-25', 1, '2027-03-30'],
    ['2026-12-29', -1, '2026-12-24'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %i working days is %s', (day, count, expected) => {
    expect(addWorkingDays(day, count)).toBe(expected)
  })

  it('keeps the London clock time over the change to summer time', () => {
    expect(addWorkingDaysTo(new Date('2026-03-27T15:00:00Z'), 1).toISOString()).toBe(
      '2026-03-30T14:00:00.000Z',
    )
  })

  it('counts the working days after one day up to another', () => {
    expect(workingDaysBetween('2026-12-24', '2026-12-29')).toBe(1)
    expect(workingDaysBetween('2026-11-20', '2026-11-20')).toBe(0)
  })
})

describe('expected release day', () => {
  const sentence = { determinate: true, daysServed: 60, hdcOrParole: false }

  it.each([
    ['a Friday', '2026-11-27', '2026-11-26'],
    ['the day before Good Friday', '2026-04-02', '2026-04-01'],
    ['Christmas Eve', '2026-12-24', '2026-12-23'],
    ['a Wednesday', '2026-11-25', '2026-11-25'],
  ])('of a sentence that ends on %s', (_, day, expected) => {
    expect(expectedReleaseDay({ ...sentence, day }).day).toBe(expected)
  })

  it('says why it moved', () => {
    expect(expectedReleaseDay({ ...sentence, day: '2026-11-27' }).reason).toBe(
      'The sentence ends on a Friday: expect one working day earlier',
    )
    expect(expectedReleaseDay({ ...sentence, day: '2026-12-24' }).reason).toBe(
      'The sentence ends the day before a bank holiday: expect one working day earlier',
    )
  })

  it.each([
    ['27 days served', { daysServed: 27 }],
    ['days served not known', { daysServed: null }],
    ['HDC or parole', { hdcOrParole: true }],
    ['no determinate sentence', { determinate: false }],
  ])('stays with %s', (_, difference) => {
    const end = { ...sentence, day: '2026-11-27', ...difference }
    expect(expectedReleaseDay(end)).toEqual({ day: '2026-11-27', reason: null })
  })

  it('moves at exactly 28 days served', () => {
    expect(expectedReleaseDay({ ...sentence, day: '2026-11-27', daysServed: 28 }).day).toBe('2026-11-26')
  })
})
