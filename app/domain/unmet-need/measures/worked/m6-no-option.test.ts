import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

/** Four in need. At 28 days: nothing 2, something 1, no match 1 (her day was not known yet). At 5 days: nothing 3, something 1. */
const episodes = [
  release('Ada', { option28: 'none', option5: 'none' }),
  release('Bea', { option28: 'none', option5: 'some' }),
  release('Cat', { option28: 'some', option5: 'none' }),
  release('Dora', { option28: null, option5: 'none', custodyStatus: 'remand' }),
  release('Eve', { option28: 'none', option5: 'none', housingNeed: 'none' }),
]

it('M6: nothing fitted 2 of 4 at 28 days', () => {
  expect(counted('option_28', { episodes })).toEqual({
    none: '2 / 2',
    some: '1 / 1',
    not_run: '1 / 1',
    total: '4 / 4',
  })
})

it('M6: nothing fitted 3 of 4 at 5 days', () => {
  expect(counted('option_5', { episodes })).toEqual({ none: '3 / 3', some: '1 / 1', total: '4 / 4' })
})
