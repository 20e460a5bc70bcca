import { describe, expect, it } from 'vitest'
import type { CaseHit } from '~/domain/case-search/case-search'
import type { WhyFirst } from '~/domain/case-search/rank-decided'
import { firstBecause } from './first-because'

const NOW = new Date('2026-11-22T12:00:00Z')
const CONFIRMED = {
  total: 3,
  free: 2,
  freeNow: 2,
  limited: null,
  expected: null,
  countedOn: null,
  freshness: { state: 'confirmed' },
  confirmedAt: new Date('2026-11-22T09:00:00Z'),
  addedSince: 0,
}

function because(reasons: WhyFirst['reasons'], alike = 0, vacancy: object = CONFIRMED) {
  const hit = { vacancy } as unknown as CaseHit
  return firstBecause({ whyFirst: { reasons, alike }, hits: [hit] }, NOW)
}

const FREE = { name: 'free', words: 'free and confirmed' } as const
const AREA = { name: 'preferred_area', words: 'in Sunderland, a preferred area' } as const

describe('why the first place is the first', () => {
  it('says it in a line, with what is free and since when that is known', () => {
    const women = { name: 'women_only_needed', words: 'women only, as needed' } as const
    expect(because([women, AREA, FREE])).toBe(
      'First because: women only, as needed; in Sunderland, a preferred area; 2 free now, confirmed 3 hours ago.',
    )
  })

  it('says the day that is counted on, and what is to be checked', () => {
    const later = { ...CONFIRMED, free: 1, countedOn: '2026-12-28', freshness: { state: 'check_first' } }
    expect(because([FREE], 0, later)).toBe(
      'First because: 1 free on Mon 28 December, confirmed 3 hours ago: check first.',
    )
  })

  it('says of several alike that one of them is first by chance', () => {
    expect(because([AREA], 2)).toBe(
      'First of 3 that fit alike, in an order drawn each day, because: in Sunderland, a preferred area.',
    )
  })

  it('says nothing where there is nothing to say', () => {
    expect(firstBecause({ whyFirst: null, hits: [] }, NOW)).toBeNull()
  })
})
