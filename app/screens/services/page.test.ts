import { describe, expect, it } from 'vitest'
import type { FacetCounts } from '@search/facet'
import { authorities } from '~/domain/area/region'
import { areaAddress } from './page'
import { facetGroups } from '~/domain/directory/facet-groups'
import { asksForMoreThanPublic, publicPartOf } from '~/domain/directory/public-search'
import { areaWords, milesWords } from '~/screens/results/result-in-words'
import { searchChips } from '~/domain/directory/search-chips'
import { toParams } from '~/screens/results/query-address'
import { type DirectoryQuery, EMPTY_QUERY } from '~/domain/directory/search-query'
import { vacancyInWords } from '~/screens/results/vacancy-in-words'

const NOW = new Date('2026-11-22T09:00:00Z')
const NO_COUNTS: FacetCounts = {
  kind: {},
  pathway: {},
  authority: {},
  takes: {},
  womenOnly: {},
  takesChildren: {},
  takesCouples: {},
  acceptsPeopleFromPrison: {},
  complexNeeds: {},
  wheelchair: {},
  supportLevel: {},
  deliveredIn: {},
  prison: {},
  rotl: {},
}

describe('the filters of a search', () => {
  const addressOf = (query: DirectoryQuery) => `?${toParams(query).toString()}`
  const counts = {
    ...NO_COUNTS,
    kind: { refuge: 2, supported_housing: 3 },
    womenOnly: { yes: 4, no: 1 },
    takesChildren: { yes: 1, case_by_case: 2 },
  }

  it('are in the order of the kinds, not of the counts, and leave out what would leave nothing', () => {
    const kinds = facetGroups(EMPTY_QUERY, counts, addressOf).find(group => group.name === 'kind')
    expect(kinds?.choices.map(({ text, count }) => [text, count])).toEqual([
      ['Supported housing', 3],
      ['Refuge and safe accommodation', 2],
    ])
  })

  it('keep a filter that is ticked and would leave nothing', () => {
    const query = { ...EMPTY_QUERY, facets: { kind: ['emergency'] } }
    const kinds = facetGroups(query, counts, addressOf).find(group => group.name === 'kind')
    expect(kinds?.choices.filter(choice => choice.checked)).toMatchObject([{ value: 'emergency', count: 0 }])
  })

  it('show the first few values and what is ticked, and lead to the others', () => {
    const authority = Object.fromEntries(authorities.map(({ code }) => [code, 1]))
    const areas = (query: DirectoryQuery) =>
      facetGroups(query, { ...counts, authority }, addressOf).find(({ name }) => name === 'authority')
    const ticked = { ...EMPTY_QUERY, facets: { authority: ['E06000057'] } }
    expect(areas(ticked)?.choices.map(({ value }) => value)).toContain('E06000057')
    expect(areas(ticked)?.choices).toHaveLength(5)
    expect(areas(ticked)?.more).toEqual({ count: 7, href: '?authority=E06000057&more=authority' })
    expect(areas({ ...ticked, open: ['authority'] })).toMatchObject({ more: null, choices: { length: 12 } })
  })
})

describe('the part of a search the public may ask', () => {
  const asked: DirectoryQuery = {
    ...EMPTY_QUERY,
    words: 'women',
    facets: { kind: ['refuge'], takesChildren: ['yes'], complexNeeds: ['yes'] },
    vacancy: 'now',
    confirmedRecently: true,
    sort: 'available',
  }

  it('is without vacancies', () => {
    expect(publicPartOf(asked)).toEqual({
      ...EMPTY_QUERY,
      words: 'women',
      facets: asked.facets,
    })
    expect(asksForMoreThanPublic(asked)).toBe(true)
    expect(asksForMoreThanPublic(publicPartOf(asked))).toBe(false)
  })
})

describe('the chips of a search', () => {
  it('each lead to the search without it, from the first page', () => {
    const place = {
      label: 'near SR1 (approximate)',
      lat: 54.9,
      lng: -1.4,
      approximate: true,
      authorities: [],
    }
    const query: DirectoryQuery = {
      ...EMPTY_QUERY,
      facets: { womenOnly: ['yes'] },
      near: { text: 'SR1 1AA', miles: 5, place },
      vacancy: { by: '2026-12-28' },
      page: 3,
    }
    const chips = searchChips(query, [], ({ near, vacancy, facets, page }) =>
      JSON.stringify([near?.miles, vacancy, facets.womenOnly, page]),
    )
    expect(chips).toEqual([
      { text: 'Within 5 miles of SR1 (approximate)', withoutIt: '[null,{"by":"2026-12-28"},["yes"],1]' },
      { text: 'Free on 28 December 2026', withoutIt: '[5,null,["yes"],1]' },
      { text: 'Women only', withoutIt: '[5,{"by":"2026-12-28"},[],1]' },
    ])
  })
})

describe('the words of a result', () => {
  it('name three areas at most', () => {
    expect(areaWords([])).toBeNull()
    expect(areaWords(['Gateshead', 'Sunderland'])).toBe('Gateshead, Sunderland')
    expect(areaWords(['Darlington', 'Gateshead', 'Hartlepool', 'Sunderland'])).toBe(
      'Darlington, Gateshead and 2 more areas',
    )
    expect(areaWords(Array.from({ length: 12 }, () => 'Area'))).toBe('all 12 areas')
  })

  it('round miles', () => {
    expect([0.2, 0.6, 8.7].map(milesWords)).toEqual(['under a mile', '1 mile', '9 miles'])
  })

  it('never call a vacancy none that nobody confirmed', () => {
    const empty = {
      total: 2,
      free: 0,
      freeNow: 0,
      countedOn: null,
      limited: null,
      expected: null,
      voids: 0,
      addedSince: 0,
    }
    const old = { state: 'not_confirmed', freshUntil: NOW, checkUntil: NOW } as const
    const confirmedAt = new Date('2026-11-06T09:00:00Z')
    expect(vacancyInWords({ ...empty, freshness: old, confirmedAt }, NOW)).toEqual({
      vacancy: { kind: 'not-confirmed', since: '16 days' },
      limited: null,
      freshness: null,
      expected: null,
    })
    expect(vacancyInWords({ ...empty, freshness: old, confirmedAt: null }, NOW).vacancy).toEqual({
      kind: 'not-confirmed',
    })
  })

  it('count what is free, else say when', () => {
    const fresh = { state: 'check_first', freshUntil: NOW, checkUntil: NOW } as const
    const confirmedAt = new Date('2026-11-22T06:00:00Z')
    const kept = {
      total: 2,
      countedOn: null,
      limited: null,
      voids: 0,
      addedSince: 0,
      freshness: fresh,
      confirmedAt,
    }
    expect(vacancyInWords({ ...kept, free: 2, freeNow: 2, expected: null }, NOW)).toEqual({
      vacancy: { kind: 'free', count: 2 },
      limited: null,
      freshness: { kind: 'check-first', when: '3 hours ago' },
      expected: null,
    })
    expect(
      vacancyInWords({ ...kept, free: 1, freeNow: 2, countedOn: '2026-12-28', expected: null }, NOW).vacancy,
    ).toEqual({ kind: 'free', count: 2, then: { day: 'Mon 28 December', count: 1 } })
    expect(
      vacancyInWords({ ...kept, free: 0, freeNow: 2, countedOn: '2026-12-28', expected: null }, NOW).vacancy,
    ).toEqual({ kind: 'none', then: { day: 'Mon 28 December', now: 2 } })
    expect(vacancyInWords({ ...kept, free: 0, freeNow: 0, expected: null }, NOW).vacancy).toEqual({
      kind: 'none',
    })
  })

  it('say until when what is free now is, where it is promised', () => {
    const fresh = { state: 'confirmed', freshUntil: NOW, checkUntil: NOW } as const
    const limited = { count: 1, lastOn: '2026-11-29', nextOn: '2026-12-01', next: 'hold' } as const
    const kept = {
      total: 4,
      voids: 0,
      addedSince: 0,
      freshness: fresh,
      confirmedAt: NOW,
      countedOn: null,
      expected: null,
    }
    const words = (free: number, more: object = {}) =>
      vacancyInWords({ ...kept, free, freeNow: free, limited: { ...limited, ...more } }, NOW).limited
    expect([words(1), words(3), words(3, { count: 2 }), words(2, { count: 2, next: 'void' })]).toEqual([
      'that one until and including Sun 29 November, then turnaround; promised from Tue 1 December',
      '1 of those 3 until and including Sun 29 November, then turnaround; promised from Tue 1 December',
      '2 of those 3 for a while, the first until and including Sun 29 November, then turnaround; promised from Tue 1 December',
      'all 2 for a while, the first until and including Sun 29 November, then turnaround; void from Tue 1 December',
    ])
  })

  it('say what is expected apart from what was confirmed, and that it is not, unless the provider is sure of the day', () => {
    const fresh = { state: 'confirmed', freshUntil: NOW, checkUntil: NOW } as const
    const confirmedAt = new Date(NOW.getTime() - 8 * 60_000)
    const kept = { total: 20, limited: null, voids: 0, addedSince: 0, freshness: fresh, confirmedAt }
    const sixteen = { on: '2027-02-12', count: 16, isAbout: true, limited: null }
    expect(
      vacancyInWords({ ...kept, free: 1, freeNow: 1, countedOn: '2027-02-12', expected: sixteen }, NOW),
    ).toEqual({
      vacancy: { kind: 'free', count: 1, then: { day: 'Fri 12 February 2027', count: 1 } },
      limited: null,
      freshness: { kind: 'confirmed', when: '8 minutes ago' },
      expected: '16 more expected free by Fri 12 February 2027, not confirmed',
    })
    const expectedWords = (
      expected: { on: string; count: number; isAbout: boolean },
      state: 'confirmed' | 'check_first' = 'confirmed',
    ) =>
      vacancyInWords(
        {
          ...{ ...kept, freshness: { ...fresh, state }, free: 0, freeNow: 0, countedOn: null },
          expected: { limited: null, ...expected },
        },
        NOW,
      ).expected
    expect([
      expectedWords({ on: '2026-12-04', count: 1, isAbout: true }),
      expectedWords({ on: '2026-12-04', count: 2, isAbout: false }),
      expectedWords({ on: '2026-12-04', count: 2, isAbout: false }, 'check_first'),
    ]).toEqual([
      '1 expected free from about Fri 4 December, not confirmed',
      // The provider is sure of the day, and has just confirmed it.
      '2 expected free from Fri 4 December',
      '2 expected free from Fri 4 December, not confirmed',
    ])
  })
})

describe('the address of an area', () => {
  it('narrows the search to it, or no longer, from the first page', () => {
    expect(areaAddress('', 'E08000024')).toBe('/services?authority=E08000024')
    expect(areaAddress('q=women&authority=E08000024&page=2', 'E06000005')).toBe(
      '/services?q=women&authority=E06000005&authority=E08000024',
    )
    expect(areaAddress('authority=E08000024', 'E08000024')).toBe('/services')
  })
})
