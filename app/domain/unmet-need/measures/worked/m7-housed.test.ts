import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

/** Six released, whatever they needed: housed 3, not housed 2 (one with family that is not safe), not known 1. */
const episodes = [
  release('Ada', { firstNight: 'housed', firstNightRoute: 'own_home', housingNeed: 'none', isSafe: 'yes' }),
  release('Bea', { firstNight: 'housed', firstNightRoute: 'cas', isSafe: 'no', isSuitable: 'no' }),
  release('Cat', { firstNight: 'housed', firstNightRoute: 'family', isSafe: 'yes', housingNeed: null }),
  release('Dora', { firstNight: 'housed', firstNightRoute: 'family', isSafe: 'no', housingNeed: 'none' }),
  release('Eve', { firstNight: 'not_housed' }),
  release('Fay', { firstNight: null }),
  release('Gil', { firstNight: 'housed', endedAs: 'deported' }),
]

it('M7: 3 of 6 women released were housed', () => {
  expect(counted('first_night_all', { episodes })).toEqual({
    housed: '3 / 3',
    not_housed: '2 / 2',
    unknown: '1 / 1',
    total: '6 / 6',
  })
})

it('counts what women say of any roof, one that is no home for not being safe included', () => {
  expect(counted('safe', { episodes })).toEqual({ yes: '2 / 2', no: '2 / 2', total: '4 / 4' })
  expect(counted('suitable', { episodes })).toEqual({ no: '1 / 1', unknown: '3 / 3', total: '4 / 4' })
})
