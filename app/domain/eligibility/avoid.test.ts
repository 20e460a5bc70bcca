import { describe, expect, it } from 'vitest'
import { avoidedIn, isAvoided } from './avoid'

const avoid = { authorities: ['E08000021'], serviceIds: ['hidden'] }
const elsewhere = { id: 'x', authorities: ['E06000001'], locatedIn: ['E06000001'] }

describe('areas and services to avoid', () => {
  it('drops a service on the list and one that stands in an area on it', () => {
    expect(isAvoided(avoid, { ...elsewhere, id: 'hidden' })).toBe(true)
    expect(isAvoided(avoid, { ...elsewhere, locatedIn: ['E08000021'] })).toBe(true)
  })

  it('goes by what a confidential service covers', () => {
    expect(isAvoided(avoid, { id: 'x', authorities: ['E08000021'], locatedIn: [] })).toBe(true)
    expect(isAvoided(avoid, { id: 'x', authorities: ['E08000021', 'E06000001'], locatedIn: [] })).toBe(false)
  })

  it('says of a service that is kept in which areas to avoid it may put her', () => {
    const both = { id: 'x', authorities: ['E08000021', 'E06000001'], locatedIn: [] }
    expect(avoidedIn(avoid, both)).toEqual(['E08000021'])
    expect(avoidedIn(avoid, { ...both, locatedIn: ['E06000001'] })).toEqual([])
    expect(avoidedIn(null, both)).toEqual([])
  })

  it('keeps a service elsewhere that also takes people from there, and one that names no place', () => {
    expect(isAvoided(avoid, { ...elsewhere, authorities: ['E08000021', 'E06000001'] })).toBe(false)
    expect(isAvoided(avoid, { id: 'x', authorities: [], locatedIn: [] })).toBe(false)
    expect(isAvoided({ authorities: [], serviceIds: [] }, elsewhere)).toBe(false)
    expect(isAvoided(null, elsewhere)).toBe(false)
  })
})
