import { describe, expect, it } from 'vitest'
import { findPlace } from './find-place'
import { authoritiesNear } from './place'

describe('findPlace', () => {
  it('puts a full postcode at the centre of its district, and says so', () => {
    expect(findPlace('dh1 3hu')).toEqual({
      label: 'near DH1 (approximate)',
      lat: 54.782,
      lng: -1.565,
      approximate: true,
      authorities: ['E06000047'],
      home: 'E06000047',
    })
  })

  it('knows a postcode district', () => {
    expect(findPlace('DH4')?.label).toBe('DH4 (Houghton-le-Spring)')
  })

  it.each([
    ['Low Newton', 'HMP & YOI Low Newton'],
    ['HMP Low Newton', 'HMP & YOI Low Newton'],
    ['hmp durham', 'HMP & YOI Durham'],
    ['Durham prison', 'HMP & YOI Durham'],
    ['holme house', 'HMP & YOI Holme House'],
    ['LNI', 'HMP & YOI Low Newton'],
  ])('knows the prison in %s', (text, label) => {
    expect(findPlace(text)).toMatchObject({ label, approximate: false })
  })

  it.each([
    ['Durham', 'Durham'],
    ['newcastle', 'Newcastle upon Tyne'],
    ['Stockton', 'Stockton-on-Tees'],
    ['berwick upon tweed', 'Berwick-upon-Tweed'],
    ['Northumberland', 'Northumberland'],
    ['County Durham', 'County Durham'],
    ['North Tyneside council', 'North Tyneside'],
  ])('knows the town or authority in %s', (text, label) => {
    expect(findPlace(text)).toMatchObject({ label, approximate: true })
  })

  it.each(['', '   ', 'SW1A 1AA', 'Bishop', 'nowhere at all'])('finds nothing for "%s"', text => {
    expect(findPlace(text)).toBeNull()
  })
})

describe('authoritiesNear', () => {
  it('names the authority a point lies in, however small the circle', () => {
    expect(authoritiesNear(54.782, -1.565, 0.1)).toEqual(['E06000047'])
  })

  it('reaches the neighbours as the circle grows', () => {
    expect(authoritiesNear(54.782, -1.565, 12)).toContain('E08000024')
  })
})
