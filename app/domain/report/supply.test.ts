import { describe, expect, it } from 'vitest'
import { coverageOf } from './coverage'
import { supplyMatrix } from './supply'
import type { SupplyColumn } from './supply-columns'
import { notConfirmedSentence, supplySentence } from './supply-sentence'
import type { SupplyService } from './supply-service'

const MONDAY = new Date('2026-11-16T09:00:00Z')
const SUNDAY = new Date('2026-11-22T09:00:00Z')

const WOMENS_HOUSE: SupplyService = {
  id: 'house',
  kind: 'supported_housing',
  authorities: ['E08000021'],
  sex: 'women',
  peopleFromPrison: 'yes',
  children: { rule: 'none' },
  couple: 'no',
  complexNeeds: 'case_by_case',
  policyVerifiedAt: MONDAY,
  isPolicyVerified: true,
  beds: 12,
  freeToday: 2,
  isVacancyConfirmed: true,
  vacancyConfirmedAt: SUNDAY,
}

function cellOf(column: SupplyColumn, ...services: Partial<SupplyService>[]) {
  const [row] = supplyMatrix(
    ['E08000021'],
    services.map(each => ({ ...WOMENS_HOUSE, ...each })),
  )
  if (!row) throw new Error('The matrix has no row')
  return row.cells[column]
}

describe('a cell of the coverage matrix', () => {
  it.each<[string, SupplyColumn, Partial<SupplyService>[], string]>([
    ['a women-only house', 'women_only', [{}], 'yes'],
    ['a women-only house nobody verified for 90 days', 'women_only', [{ isPolicyVerified: false }], 'stale'],
    ['a mixed house alone', 'women_only', [{ sex: 'mixed' }], 'none'],
    [
      'a mixed house nobody verified',
      'women_only',
      [{ sex: 'mixed', isPolicyVerified: false }],
      'not_confirmed',
    ],
    ['a house that states no sex', 'women_only', [{ sex: null }], 'not_confirmed'],
    ['a refuge alone', 'women_only', [{ kind: 'refuge' }], 'none'],
    ['a refuge', 'refuge', [{ kind: 'refuge' }], 'yes'],
    ['no housing at all', 'women_only', [], 'not_confirmed'],
    ['approved premises alone', 'from_prison', [{ kind: 'approved_premises' }], 'not_confirmed'],
    [
      'one no and one case by case',
      'from_prison',
      [{ peopleFromPrison: 'no' }, { peopleFromPrison: 'case_by_case' }],
      'case_by_case',
    ],
    [
      'one no and one blank',
      'from_prison',
      [{ peopleFromPrison: 'no' }, { peopleFromPrison: null }],
      'not_confirmed',
    ],
    ['two that say no', 'from_prison', [{ peopleFromPrison: 'no' }, { peopleFromPrison: 'no' }], 'none'],
    ['a mixed house that takes people from prison', 'women_only_from_prison', [{ sex: 'mixed' }], 'none'],
    ['a women-only house that does not', 'women_only_from_prison', [{ peopleFromPrison: 'no' }], 'none'],
    [
      'a women-only house that has not said',
      'women_only_from_prison',
      [{ peopleFromPrison: null }],
      'not_confirmed',
    ],
    [
      'children that live in',
      'with_children',
      [{ children: { rule: 'live_in', most: 2, highestAge: null, boysHighestAge: 12 } }],
      'yes',
    ],
    ['children that visit only', 'with_children', [{ children: { rule: 'visits_only' } }], 'none'],
    ['a house for men only', 'from_prison', [{ sex: 'men' }], 'none'],
    ['a house for men only', 'complex_needs', [{ sex: 'men', complexNeeds: 'yes' }], 'none'],
    [
      'a house for men only',
      'with_children',
      [{ sex: 'men', children: { rule: 'live_in', most: 2, highestAge: null, boysHighestAge: 12 } }],
      'none',
    ],
    ['a house for men only', 'couples', [{ sex: 'men', couple: 'yes' }], 'none'],
    ['a refuge for men only', 'refuge', [{ sex: 'men', kind: 'refuge' }], 'none'],
    [
      'a house for men only that nobody verified',
      'from_prison',
      [{ sex: 'men', isPolicyVerified: false }],
      'not_confirmed',
    ],
    ['a mixed house', 'from_prison', [{ sex: 'mixed' }], 'yes'],
    ['a house that states no sex', 'from_prison', [{ sex: null }], 'yes'],
    ['a service in another authority', 'from_prison', [{ authorities: ['E06000002'] }], 'not_confirmed'],
  ])('for %s, column %s', (_case, column, services, outcome) => {
    expect(cellOf(column, ...services).outcome).toBe(outcome)
  })

  it('counts the beds of the services that give the answer, and no others', () => {
    const cell = cellOf('from_prison', { beds: 12 }, { id: 'other', peopleFromPrison: 'no', beds: 6 })
    expect([cell.services, cell.beds]).toEqual([1, 12])
  })

  it('counts no bed of a house for men only', () => {
    const cell = cellOf('from_prison', { beds: 12 }, { id: 'other', sex: 'men', beds: 6, freeToday: 3 })
    expect([cell.services, cell.beds, cell.free]).toEqual([1, 12, 2])
  })

  it('counts as free only what is freshly confirmed', () => {
    const cell = cellOf(
      'from_prison',
      { beds: 12, freeToday: 2 },
      { id: 'other', beds: 6, freeToday: 3, isVacancyConfirmed: false },
    )
    expect([cell.beds, cell.free, cell.bedsNotConfirmed]).toEqual([18, 2, 6])
  })

  it('says that nothing is confirmed apart from that nothing is free', () => {
    expect(cellOf('women_only', { isVacancyConfirmed: false }).free).toBeNull()
    expect(cellOf('women_only', { freeToday: 0 }).free).toBe(0)
  })

  it('dates a cell by its oldest confirmation, and by none when one service never confirmed', () => {
    expect(cellOf('women_only', {}, { vacancyConfirmedAt: MONDAY }).lastConfirmedAt).toEqual(MONDAY)
    expect(cellOf('women_only', {}, { vacancyConfirmedAt: null }).lastConfirmedAt).toBeNull()
  })
})

describe('the sentence over the matrix', () => {
  function sentencesOf(...houses: Partial<SupplyService>[]) {
    const rows = supplyMatrix(
      ['E08000021', 'E06000002', 'E08000024'],
      houses.map(each => ({ ...WOMENS_HOUSE, ...each })),
    )
    return [supplySentence(rows), notConfirmedSentence(rows)]
  }

  it('counts authorities, and tells a rule from case by case', () => {
    expect(
      sentencesOf(
        {},
        { authorities: ['E06000002'], peopleFromPrison: 'case_by_case' },
        { authorities: ['E08000024'], sex: 'men' },
      ),
    ).toEqual([
      '2 of 3 authorities have women-only supported housing. In one of them a woman from prison is taken as a rule; in one, case by case.',
      null,
    ])
  })

  it('does not take an authority nobody has confirmed for one that has none', () => {
    expect(sentencesOf({ peopleFromPrison: 'no' }, { authorities: ['E06000002'], sex: null })).toEqual([
      '1 of 3 authorities has women-only supported housing. None of them is confirmed to take a woman from prison.',
      'In two authorities nobody has confirmed whether there is any.',
    ])
  })
})

describe('how far a cell can be trusted', () => {
  it.each([
    ['yes', 12, 3, 'yes'],
    ['yes', 12, 0, 'yes'],
    ['yes', 12, null, 'unconfirmed'],
    ['yes', 0, null, 'yes'],
    ['case_by_case', 12, null, 'case-by-case'],
    ['stale', 12, null, 'stale'],
    ['none', 0, null, 'none'],
    ['not_confirmed', 0, null, 'not-confirmed'],
  ] as const)('shows %s over %d beds, %s of them free, as %s', (outcome, beds, free, coverage) => {
    expect(coverageOf({ outcome, beds, free })).toBe(coverage)
  })
})
