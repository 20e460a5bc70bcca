import { describe, expect, it } from 'vitest'
import { bankHolidayHorizon } from './bank-holiday-horizon'

const KNOWN = ['2027-12-28', '2028-12-26', '2028-01-03']

describe('how far ahead the bank holidays are known', () => {
  it.each([
    ['2026-11-26', null],
    ['2027-06-29', null],
    ['2027-06-30', false],
    ['2028-06-29', false],
    ['2028-06-30', true],
    ['2031-01-01', true],
  ])('on %s: fails %s', (today, fails) => {
    expect(bankHolidayHorizon(today, KNOWN)?.fails ?? null).toBe(fails)
  })

  it('says what to do', () => {
    expect(bankHolidayHorizon('2027-07-01', KNOWN)?.words).toBe(
      'The bank holidays known end on 31 December 2028. Add the years GOV.UK has published since ' +
        '(https://www.gov.uk/bank-holidays) to app/domain/time/bank-holidays.ts.',
    )
  })

  it('reads the service’s own', () => {
    expect(bankHolidayHorizon('2026-11-26')).toBeNull()
  })
})
