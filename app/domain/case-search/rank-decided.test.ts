import { describe, expect, it } from 'vitest'
import { type Rankable, rankDecided } from './rank-decided'

function place(name: string, fields: Partial<Rankable> = {}): Rankable {
  return {
    id: name,
    name,
    vacancyRank: 2,
    freeOn: null,
    isPreferredArea: false,
    distanceMiles: null,
    ...fields,
  }
}

function order(items: Rankable[], sort: 'fit' | 'distance' | 'available' = 'fit'): string[] {
  return rankDecided(items, sort).map(item => item.name)
}

describe('the order within a group', () => {
  const unknown = place('Unknown', {
    vacancyRank: 3,
    freeOn: '2026-11-22',
    isPreferredArea: true,
    distanceMiles: 1,
  })
  const confirmed = place('Confirmed', { vacancyRank: 0, freeOn: '2026-12-01', distanceMiles: 9 })
  const toCheck = place('To check', { vacancyRank: 1, freeOn: '2026-11-22', distanceMiles: 5 })
  const full = place('Full', { freeOn: '2027-02-01', distanceMiles: 2 })

  it('puts confirmed vacancies first and those nobody confirmed last, however near', () => {
    expect(order([unknown, full, toCheck, confirmed])).toEqual(['Confirmed', 'To check', 'Full', 'Unknown'])
  })

  it('puts a preferred area before a nearer one, and nearness before the name', () => {
    const preferred = place('Preferred', { isPreferredArea: true, distanceMiles: 8 })
    expect(order([place('B', { distanceMiles: 1 }), place('A', { distanceMiles: 3 }), preferred])).toEqual([
      'Preferred',
      'B',
      'A',
    ])
  })

  it('goes by distance when asked, services without a place last', () => {
    expect(order([place('Nowhere', { vacancyRank: 0 }), confirmed, unknown, full], 'distance')).toEqual([
      'Unknown',
      'Full',
      'Confirmed',
      'Nowhere',
    ])
  })

  it('goes by the day a bed is free when asked, those nobody confirmed last', () => {
    expect(order([unknown, full, confirmed, toCheck], 'available')).toEqual([
      'To check',
      'Confirmed',
      'Full',
      'Unknown',
    ])
  })
})
