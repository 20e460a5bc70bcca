import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

/**
 * Nine releases of eight women in need. Housed 3: Ada, Bea, and Cat with family she calls safe. Not housed 4: Dora, Eve twice, and Fay with
 * family she does not call safe. Not known 2: Gil, and Hana with family of whom she has not said. Ida, on the street, was never in need.
 */
const episodes = [
  release('Ada', { firstNight: 'housed', firstNightRoute: 'council', isSafe: 'no' }),
  release('Bea', { firstNight: 'housed', firstNightRoute: null }),
  release('Cat', { firstNight: 'housed', firstNightRoute: 'family', isSafe: 'yes' }),
  release('Dora', { firstNight: 'not_housed' }),
  release('Eve', { firstNight: 'not_housed', releasedOn: '2025-05-01' }),
  release('Eve', { firstNight: 'not_housed', releasedOn: '2025-12-01', homeAuthority: 'E06000002' }),
  release('Fay', { firstNight: 'housed', firstNightRoute: 'family', isSafe: 'no' }),
  release('Gil', { firstNight: null }),
  release('Hana', { firstNight: 'housed', firstNightRoute: 'family', isSafe: null }),
  release('Ida', { firstNight: 'not_housed', housingNeed: 'none' }),
  release('Jo', { firstNight: 'not_housed', endedAs: 'transferred' }),
]

it('M3: 4 of 9 known, 6 of 9 known and not known', () => {
  expect(counted('first_night', { episodes })).toEqual({
    housed: '3 / 3',
    not_housed: '3 / 4',
    unknown: '2 / 2',
    total: '8 / 9',
  })
})

it('M3: by home, each release where she then called home', () => {
  expect(counted('unmet_by_authority', { episodes })).toEqual({
    E08000024: '3 / 3',
    E06000002: '1 / 1',
    total: '3 / 4',
  })
  expect(counted('unmet_by_police_area', { episodes })).toEqual({
    northumbria: '3 / 3',
    cleveland: '1 / 1',
    total: '3 / 4',
  })
})

it('M3: those housed, by which way; the way of one is not known', () => {
  expect(counted('route', { episodes })).toEqual({
    council: '1 / 1',
    family: '1 / 1',
    unknown: '1 / 1',
    total: '3 / 3',
  })
})
