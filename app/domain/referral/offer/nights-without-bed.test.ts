import { describe, expect, it } from 'vitest'
import { nightsWithoutBed, nightsWithoutBedWords } from './nights-without-bed'

describe('nights without a bed', () => {
  it.each([
    ['2026-12-03', '2026-12-09', 6],
    ['2026-12-31', '2027-01-01', 1],
    ['2026-12-03', '2026-12-03', 0],
    ['2026-12-09', '2026-12-03', 0],
    [null, '2026-12-09', 0],
    ['2026-12-03', null, 0],
  ])('released %s, first night %s: %i', (releaseOn, fromOn, nights) => {
    expect(nightsWithoutBed(releaseOn, fromOn)).toBe(nights)
  })

  it('are said with both days', () => {
    expect(nightsWithoutBedWords('2026-12-03', '2026-12-09', '2026-11-26')).toBe(
      '6 nights without a bed: release is on Thu 3 December, the first night is Wed 9 December.',
    )
    expect(nightsWithoutBedWords('2026-12-03', '2026-12-03', '2026-11-26')).toBeNull()
  })
})
