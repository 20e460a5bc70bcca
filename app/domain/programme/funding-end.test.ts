import { describe, expect, it } from 'vitest'
import { fundingAlert } from './funding-end'

describe('the alert of funding that ends', () => {
  it.each([
    ['2026-11-21', 'ended'],
    ['2026-11-22', 'within_90_days'],
    ['2027-02-20', 'within_90_days'],
    ['2027-02-21', 'within_180_days'],
    ['2027-05-21', 'within_180_days'],
    ['2027-05-22', null],
    [null, null],
  ])('is, on 22 November 2026 for a last day of %s, %s', (endsOn, alert) => {
    expect(fundingAlert(endsOn, '2026-11-22')).toBe(alert)
  })
})
