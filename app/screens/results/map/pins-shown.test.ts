import { describe, expect, it } from 'vitest'
import { pinsAddress } from './pins-address'
import { pinsShown } from './pins-shown'

const PIN = {
  id: 's1',
  name: 'Rowan Hostel',
  provider: 'Rowan Trust',
  kind: 'emergency',
  phone: '0191 498 0001',
  lat: 54.123456,
  lng: -1.98768,
  distanceMiles: 2.6,
  vacancy: 'check-first',
  vacancyOn: '2026-12-28',
} as const
const TODAY = '2026-11-22'

describe('a pin', () => {
  it('says what the service is, how far it is and what is free', () => {
    expect(pinsShown([PIN], TODAY)).toEqual([
      {
        id: 's1',
        name: 'Rowan Hostel',
        provider: 'Rowan Trust',
        kind: 'Emergency and direct access',
        group: 'hostel',
        lat: 54.1235,
        lng: -1.9877,
        miles: '3 miles',
        phone: '0191 498 0001',
        vacancy: 'check-first',
        on: 'Mon 28 December',
      },
    ])
  })

  it('leaves out what is not known, or not to be told', () => {
    const [shown] = pinsShown(
      [{ ...PIN, phone: null, distanceMiles: null, vacancy: null, vacancyOn: null }],
      TODAY,
    )
    expect(Object.keys(shown ?? {}).sort()).toEqual(['group', 'id', 'kind', 'lat', 'lng', 'name', 'provider'])
  })

  it.each([
    ['supported_housing', 'supported'],
    ['emergency', 'hostel'],
    ['council_housing_options', 'council'],
    ['visitors_centre', 'support'],
    ['a kind of tomorrow', 'support'],
  ])('of the kind %s has the shape of %s', (kind, group) => {
    expect(pinsShown([{ ...PIN, kind }], TODAY)[0]?.group).toBe(group)
  })
})

describe('where the pins of a search are asked for', () => {
  it('is the same for every page and order of its list', () => {
    expect(pinsAddress('/services', '')).toBe('/services/pins')
    expect(pinsAddress('/services', 'page=3&sort=distance&more=kind')).toBe('/services/pins')
    expect(pinsAddress('/cases/c1/search', 'q=bed&page=2&group=discuss')).toBe(
      '/cases/c1/search/pins?q=bed&group=discuss',
    )
  })
})
