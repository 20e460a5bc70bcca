import { describe, expect, it } from 'vitest'
import { derivedFacts, releaseWindow } from './derived-facts'

const TODAY = '2026-11-22'
const basics = {
  sex: 'woman',
  custodyStatus: 'sentenced',
  releaseOn: '2026-12-28',
  releaseConfidence: 'firm',
  homeAuthority: 'E08000024',
} as const

describe('facts that follow from the case', () => {
  it('takes the age on the very day when it is firm', () => {
    expect(derivedFacts(basics, '1992-12-28', TODAY)).toEqual({
      sex: 'female',
      ageBand: '30_39',
      release: { from: '2026-12-28', to: '2026-12-28' },
      ageAtRelease: { min: 34, max: 34 },
      status: 'sentenced',
      homeAuthority: 'E08000024',
    })
  })

  it('shows a birthday inside the two weeks around a likely date, in the younger band', () => {
    const facts = derivedFacts({ ...basics, releaseConfidence: 'likely' }, '2001-12-30', TODAY)
    expect(facts.ageAtRelease).toEqual({ min: 24, max: 25 })
    expect(facts.ageBand).toBe('21_24')
  })

  it('takes the coming two years when no date is known', () => {
    const facts = derivedFacts(
      { ...basics, releaseOn: null, releaseConfidence: 'not_known' },
      '1992-03-28',
      TODAY,
    )
    expect(facts.release).toBeNull()
    expect(facts.ageAtRelease).toEqual({ min: 34, max: 36 })
  })

  it('keeps a home outside the region apart from one nobody knows', () => {
    expect(derivedFacts({ ...basics, homeAuthority: 'outside' }, '1992-03-28', TODAY).homeAuthority).toBe(
      'outside_region',
    )
    expect(
      derivedFacts({ ...basics, homeAuthority: 'unknown' }, '1992-03-28', TODAY).homeAuthority,
    ).toBeNull()
  })

  it('starts no window in the past', () => {
    expect(releaseWindow({ releaseOn: '2026-11-25', releaseConfidence: 'likely' }, TODAY)).toEqual({
      from: '2026-11-22',
      to: '2026-12-09',
    })
  })
})
