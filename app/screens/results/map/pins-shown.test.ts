import { describe, expect, it } from 'vitest'
import { Policy } from '~/domain/eligibility/policy'
import type { AskedAbout } from '~/domain/service/asked-about'
import { pinsAddress } from './pins-address'
import { pinsShown } from './pins-shown'

const ASKED: AskedAbout = {
  kind: 'emergency',
  isHome: true,
  takes: Policy.pick({
    ...{
      sex: true,
      ageMin: true,
      ageMax: true,
      peopleFromPrison: true,
      children: true,
      couple: true,
      pets: true,
    },
  }).parse({ sex: 'women', ageMin: 18, peopleFromPrison: 'yes', couple: 'no', pets: 'no' }),
  ...{
    rooms: [],
    rent: null,
    charge: null,
    firstWeek: null,
    payment: null,
    staffing: null,
    wheelchair: null,
  },
  ...{
    languages: [],
    referralRoute: 'phone',
    outOfHoursPhone: null,
    programme: null,
    checkedOn: null,
    assuredOn: null,
  },
}
const PIN = {
  id: 's1',
  name: 'Rowan Hostel',
  provider: 'Rowan Trust',
  kind: 'emergency',
  phone: '0191 498 0001',
  asked: ASKED,
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
        facts:
          'Women only · 18 and over · Room: Not stated: ask · Children: Not stated: ask · Couples: No · Pets: No · From prison: Yes · To pay: Not stated: ask · Staffed: Not stated: ask · Who refers: You: ring',
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
    expect(Object.keys(shown ?? {}).sort()).toEqual([
      'facts',
      'group',
      'id',
      'kind',
      'lat',
      'lng',
      'name',
      'provider',
    ])
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
