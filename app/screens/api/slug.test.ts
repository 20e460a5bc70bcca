import { describe, expect, it } from 'vitest'
import { slugOf } from './slug'

const id = '0a1b2c3d-1111-4222-8333-444455556666'

describe('the slug of a service', () => {
  it.each([
    ['Marlpit House', 'marlpit-house-0a1b2c3d'],
    ['Curlewgate Women’s House', 'curlewgate-womens-house-0a1b2c3d'],
    ["Larkstile Care Leavers' Flats", 'larkstile-care-leavers-flats-0a1b2c3d'],
    ['Café «Zoë» & Søn, 2nd floor', 'cafe-zoe-s-n-2nd-floor-0a1b2c3d'],
    ['דלת', '0a1b2c3d'],
  ])('of %s is %s', (name, slug) => {
    expect(slugOf({ id, name })).toBe(slug)
  })
})
