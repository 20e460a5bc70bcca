import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

/** Five in need: 2 had a place at midnight before (Bea lost hers on the day), 2 had none, 1 is not known. Fay needed none. */
const episodes = [
  release('Ada', { securedBefore: 'yes', firstNight: 'housed', firstNightRoute: 'council' }),
  release('Bea', { securedBefore: 'yes', firstNight: 'not_housed', homeAuthority: 'E06000005' }),
  release('Cat', { securedBefore: 'no' }),
  release('Dora', { securedBefore: 'no', firstNight: 'housed', firstNightRoute: 'other' }),
  release('Eve', { securedBefore: null }),
  release('Fay', { securedBefore: 'yes', housingNeed: 'none' }),
]

it('M2: 2 of 5 women in need had a place at midnight before', () => {
  expect(counted('secured', { episodes })).toEqual({
    yes: '2 / 2',
    no: '2 / 2',
    unknown: '1 / 1',
    total: '5 / 5',
  })
})

it('M2: by home', () => {
  expect(counted('secured_by_authority', { episodes })).toEqual({
    E08000024: '1 / 1',
    E06000005: '1 / 1',
    total: '2 / 2',
  })
  expect(counted('secured_by_police_area', { episodes })).toEqual({
    northumbria: '1 / 1',
    durham: '1 / 1',
    total: '2 / 2',
  })
})
