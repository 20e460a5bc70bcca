import { describe, expect, it } from 'vitest'
import { authorities, authorityName, findPrison, prisonName, prisons } from './region'

describe('the region', () => {
  it('has 12 authorities and 7 prisons, one of which holds women', () => {
    expect(authorities).toHaveLength(12)
    expect(prisons).toHaveLength(7)
    expect(prisons.filter(prison => prison.sex === 'female').map(prison => prison.code)).toEqual(['LNI'])
  })

  it('names an authority and a prison by their codes, and shows an unknown code as it is', () => {
    expect(authorityName('E08000021')).toBe('Newcastle upon Tyne')
    expect(authorityName('E09000001')).toBe('E09000001')
    expect(prisonName('LNI')).toBe('HMP & YOI Low Newton')
    expect(findPrison('XXX')).toBeUndefined()
  })
})
