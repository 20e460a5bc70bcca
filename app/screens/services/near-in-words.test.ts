import { describe, expect, it } from 'vitest'
import { type Facet, facets } from '@search/facet'
import type { Sort } from '@search/search-query'
import { findPlace } from '~/domain/area/find-place'
import { readQuery } from '~/domain/directory/reading/read-query.server'
import { type DirectoryQuery, EMPTY_QUERY, hasNearest } from '~/domain/directory/search-query'
import { readingShown } from '~/screens/results/reading-shown'
import { type DirectoryAnswer, directoryPage } from './page'

const ALL = { dropped: [], unknown: [], others: [] }

function page(asked: Partial<DirectoryQuery>, sort: Sort) {
  const query = { ...EMPTY_QUERY, ...asked }
  const reading = readQuery(query.words, 'public', 15, '2026-11-27')
  const answer: DirectoryAnswer = {
    query,
    sort,
    hasNearest: hasNearest(query, reading),
    read: readingShown(reading, ALL, 12),
    counts: Object.fromEntries(facets.map(facet => [facet, {}])) as Record<Facet, Record<string, number>>,
    ...{ vacancies: null, total: 12, pages: 1, inTheWay: [], results: [], sought: [], problems: [] },
    ...{ signInNote: null, degraded: false },
  }
  return directoryPage(answer)
}

function near(text: string) {
  return { near: { text, miles: 15, place: findPlace(text) } }
}

function sorts(asked: Partial<DirectoryQuery>, sort: Sort) {
  return page(asked, sort).sorts.map(({ text, current }) => (current ? `${text}, current` : text))
}

describe('a place somebody searches near', () => {
  it('has a nearest, whether the box holds it or the words, and the order in force is marked', () => {
    expect(sorts(near('Durham'), 'distance')).toEqual(['Best match', 'Nearest, current'])
    expect(sorts({ words: 'hostel durham' }, 'fit')).toEqual(['Best match, current', 'Nearest'])
    expect(sorts({ words: 'durham' }, 'distance')).toEqual(['Best match', 'Nearest, current'])
    expect(sorts({ words: 'hostel' }, 'fit')).toEqual([])
  })

  it('is looked for within its bounds where it is an area: no circle, no miles, no nearest', () => {
    const area = near('Northumberland')
    const { chips, heading, values, sorts: none } = page(area, 'fit')
    expect(chips.map(chip => chip.text)).toEqual(['In Northumberland'])
    expect(heading).toBe('12 services match in Northumberland')
    expect(values.isNear).toBe(false)
    expect(none).toEqual([])
    expect(sorts({ words: 'hostel northumberland' }, 'fit')).toEqual([])
    // The box stands above a place among the words.
    expect(sorts({ ...area, words: 'durham' }, 'fit')).toEqual([])
    expect(page(near('Durham'), 'distance').chips.map(chip => chip.text)).toEqual([
      'Within 15 miles of Durham',
    ])
  })
})

describe('a sentence that asks for more than is taken into account', () => {
  const LONG = 'women couple dog wheelchair polish methadone veteran baby garden balcony in Durham'

  it('says what of it was not searched for: what matters least', () => {
    const { step, chips } = page({ words: LONG }, 'fit')
    expect(chips.map(chip => chip.text)).not.toContain('“garden”')
    expect(step).toMatch(
      /^Only the 8 parts that matter most were searched for, and not .*“garden” and “balcony”\./,
    )
  })

  it('says nothing of the kind of one of eight parts', () => {
    expect(page({ words: 'women couple dog wheelchair garden in Durham' }, 'fit').step).toBeNull()
  })
})
