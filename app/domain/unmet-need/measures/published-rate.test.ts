import { describe, expect, it } from 'vitest'
import { publication } from '@tests/support/tiny-publication'
import { PUBLISHABLE_TABLES } from '../publishable-tables'
import { isCellOf } from '../table-cells'
import { findMeasure, MEASURES } from './all-measures'
import { greyBecause, publishedRate, ratedUnmet } from './published-rate'

const NIGHT = { first_night: { housed: 410, not_housed: 195, unknown: 35, total: 640 } }

describe('the rate of a measure, from published cells', () => {
  it('has its numerator, denominator and unknowns', () => {
    expect(publishedRate(publication(NIGHT), findMeasure('M3'))).toEqual({
      numerator: { mark: 'count', value: 195 },
      parts: [{ mark: 'count', value: 195 }],
      denominator: { mark: 'count', value: 640 },
      unknown: { mark: 'count', value: 35 },
      percent: 30,
      because: null,
      bounds: null,
    })
  })

  it('adds up published cells, and is none where one of them is not a number', () => {
    const kept = (broken: number | 'few') =>
      publication({ kept: { not_taken_up: 10, broken, kept: 45, total: 80 } })
    expect(publishedRate(kept(25), findMeasure('M12'))).toMatchObject({ percent: 44, because: null })
    expect(publishedRate(kept('few'), findMeasure('M12'))).toMatchObject({
      numerator: { mark: 'hidden', value: null },
      percent: null,
      because: 'not shown',
    })
  })

  it('leaves custody and not known out of M8', () => {
    const day91 = publication({
      day_91: { settled: 60, not_settled: 40, custody: 50, unknown: 20, total: 170 },
    })
    expect(publishedRate(day91, findMeasure('M8'))).toMatchObject({ percent: 60 })
  })

  it('is not published where its table is not', () => {
    expect(publishedRate(publication({}), findMeasure('M3'))).toEqual({
      numerator: null,
      parts: [],
      denominator: null,
      unknown: null,
      percent: null,
      because: 'not published',
      bounds: null,
    })
  })
})

describe('the bounds of a share that is not printed', () => {
  const kept = (cells: Record<string, number | 'few' | 'hidden'>) =>
    publishedRate(publication({ kept: cells }), findMeasure('M12')).bounds

  it.each([
    // 8 of 82 at least, 12 and 4 of 78 at most: 78 less the 62 kept at least.
    ['fewer than 5 stands for 0 to 4', { not_taken_up: 10, broken: 'few', kept: 70, total: 80 }, 10, 18],
    // 78 less 67 at least of 78; 82 less 63 at most of 82.
    [
      'what is hidden is what the rest leaves',
      { not_taken_up: 10, broken: 'hidden', kept: 65, total: 80 },
      14,
      24,
    ],
  ] as const)('%s', (_, cells, low, high) => {
    expect(kept(cells)).toEqual({ low, high })
  })

  it.each([
    ['too wide', { not_taken_up: 10, broken: 'hidden', kept: 'hidden', total: 80 }],
    ['of fewer than 20', { not_taken_up: 5, broken: 'few', kept: 10, total: 15 }],
    ['of parts of which none may be a share', { not_taken_up: 'few', broken: 'few', kept: 75, total: 80 }],
    ['all but a few', { not_taken_up: 80, broken: 'few', kept: 'few', total: 80 }],
    ['without a total', { not_taken_up: 10, broken: 'few', kept: 70 }],
    ['where the share itself is printed', { not_taken_up: 10, broken: 5, kept: 65, total: 80 }],
  ] as const)('are not said: %s', (_, cells) => {
    expect(kept(cells)).toBeNull()
  })
})

describe('supply before its nights were read', () => {
  const nights = (all: number) =>
    publication({ bed_nights: { 'women_only.free': 0, 'women_only.fresh': 0, 'women_only.all': all } })

  it('is not yet measured, and no 0 of 0', () => {
    expect(publishedRate(nights(0), findMeasure('M10'))).toMatchObject({
      numerator: null,
      denominator: null,
      percent: null,
      because: 'not yet measured',
    })
    expect(publishedRate(nights(600), findMeasure('M10'))).toMatchObject({
      numerator: { mark: 'count', value: 0 },
      because: 'fewer than 5',
    })
  })
})

describe('unmet need as it is rated', () => {
  it('counts not housed and not known together', () => {
    expect(ratedUnmet(publication(NIGHT))).toMatchObject({
      numerator: { mark: 'count', value: 230 },
      percent: 36,
    })
  })
})

describe('the first night is grey', () => {
  const covered = (answered: number | 'hidden') => publication({ coverage: { answered, total: 400 } })

  it.each([
    [360, null],
    [355, 'only 89% of women on the release list were asked'],
    ['hidden', 'how many women were asked is not published'],
  ] as const)('where %s of 400 were asked: %s', (answered, because) => {
    expect(greyBecause(covered(answered), findMeasure('M3'))).toBe(because)
    expect(greyBecause(covered(answered), findMeasure('M7'))).toBe(because)
    expect(greyBecause(covered(answered), findMeasure('M1'))).toBeNull()
  })
})

describe('every measure', () => {
  it('is called once', () => {
    expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length)
  })

  it.each(MEASURES)('$id is worked out from cells of the closed list, and has every word', measure => {
    const { numerator, denominator, unknown = [] } = measure.from
    expect(numerator.length).toBeGreaterThan(0)
    for (const { table, cell } of [...numerator, ...denominator, ...unknown]) {
      expect(Object.keys(PUBLISHABLE_TABLES)).toContain(table)
      expect(isCellOf(table, cell), `${table} ${cell}`).toBe(true)
    }
    for (const words of [
      measure.name,
      measure.definition,
      measure.exclusions,
      measure.unknowns,
      measure.source,
    ])
      expect(words).toMatch(/^[A-Z]/)
    expect(denominator.length > 0).toBe(measure.denominator !== null)
  })
})
