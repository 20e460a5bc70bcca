import { expect, it } from 'vitest'
import { markDue } from './marks'

it.each([
  ['2027-03-01', '2027-03-30', null],
  ['2027-03-02', '2027-03-30', 28],
  // Missed, or known since: made up within a week.
  ['2027-03-08', '2027-03-30', 28],
  ['2027-03-09', '2027-03-30', null],
  ['2027-03-24', '2027-03-30', null],
  ['2027-03-25', '2027-03-30', 5],
  ['2027-03-29', '2027-03-30', 5],
  ['2027-03-30', '2027-03-30', null],
  ['2027-03-31', '2027-03-30', null],
] as const)('on %s, for a release on %s, the look of %s days is due', (today, releaseOn, mark) => {
  expect(markDue(today, releaseOn)).toBe(mark)
})
