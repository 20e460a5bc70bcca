import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

/**
 * Day 91 of the year 2025-26. Settled 2 (one whatever she needed), not settled 1, in custody 1, not known 2 (one never asked). Dead and deported
 * are out. Released on 30 December 2025 day 91 is 31 March 2026, the last of the year; on 31 December it is the first of the next.
 */
const episodes = [
  release('Ada', { day91: 'settled' }),
  release('Bea', { day91: 'settled', housingNeed: 'none', releasedOn: '2025-12-30' }),
  release('Cat', { day91: 'not_settled', releasedOn: '2025-01-15' }),
  release('Dora', { day91: 'custody' }),
  release('Eve', { day91: 'unknown' }),
  release('Fay', { day91: null }),
  release('Gil', { day91: 'died' }),
  release('Hana', { day91: 'deported' }),
  release('Ida', { day91: 'settled', releasedOn: '2025-12-31' }),
]

it('M8: 2 of 3 who are known and free were settled; custody and not known apart', () => {
  expect(counted('day_91', { episodes })).toEqual({
    settled: '2 / 2',
    not_settled: '1 / 1',
    custody: '1 / 1',
    unknown: '2 / 2',
    total: '6 / 6',
  })
})

it('M8: the day after belongs to the next year', () => {
  expect(counted('day_91', { episodes }, '2026-27')).toEqual({ settled: '1 / 1', total: '1 / 1' })
})
