import { describe, expect, it } from 'vitest'
import { hashOfView, viewInHash } from './map-view'
import { pinWords } from './map-words'
import { shadeOf } from './shade'

describe('the shade of an area', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 2],
    [5, 2],
    [6, 3],
    [600, 3],
  ])('of %i results is the one of its step', (count, shade) => {
    expect(shadeOf(count)).toBe(shade)
  })
})

describe('what a pin is called', () => {
  const PIN = {
    id: 's1',
    name: 'Rowan Hostel',
    provider: 'Rowan',
    group: 'hostel',
    facts: 'Women only',
    lat: 55,
    lng: -1.5,
  } as const
  const pin = { ...PIN, kind: 'Emergency and direct access' }

  it('is what it is, how far, and what is free when', () => {
    expect(pinWords(pin)).toBe('Rowan Hostel: Emergency and direct access')
    expect(pinWords({ ...pin, miles: '3 miles', vacancy: 'none', on: 'Mon 28 December' })).toBe(
      'Rowan Hostel: Emergency and direct access, 3 miles, none free on Mon 28 December',
    )
    expect(pinWords({ ...pin, vacancy: 'check-first', on: 'Mon 28 December' })).toBe(
      'Rowan Hostel: Emergency and direct access, free on Mon 28 December, check first',
    )
    expect(pinWords({ ...pin, vacancy: 'not-confirmed', on: 'Mon 28 December' })).toBe(
      'Rowan Hostel: Emergency and direct access, not confirmed: phone first',
    )
  })
})

describe('the view of a map in an address', () => {
  it('is read as it is written', () => {
    expect(hashOfView({ zoom: 9.5, lat: 54.78012, lng: -1.58 })).toBe('#map=9.5/54.780/-1.580')
    expect(viewInHash('#map=9.5/54.780/-1.580')).toEqual({ zoom: 9.5, lat: 54.78, lng: -1.58 })
    expect(viewInHash('#map=11/55/-2')).toEqual({ zoom: 11, lat: 55, lng: -2 })
  })

  it.each(['', '#map', '#filters', '#map=9/54.7', '#map=9/54.7/x', '#map=999/1/1', '#map=9/54.7/-1.5/2'])(
    'is none in ‘%s’',
    hash => expect(viewInHash(hash)).toBeNull(),
  )
})
