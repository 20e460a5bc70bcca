import { askedOf } from '@tests/factories/asked-about'
import { describe, expect, it } from 'vitest'
import { facets } from '@search/facet'
import type { FacetCounts } from '@search/facet'
import { findPlace } from '~/domain/area/find-place'
import { EMPTY_QUERY } from '~/domain/directory/search-query'
import type { CaseSearchQuery, CaseSearchResult } from '~/domain/case-search/case-search'
import { readQuery } from '~/domain/directory/reading/read-query.server'
import { NOTHING_READ } from '~/domain/directory/reading/reading'
import { avoidNote, placesData } from './data'
import { placesPage } from './page'
import type { PlaceCard } from './place-card'

const NOW = new Date('2026-11-22T12:00:00Z')
const QUERY: CaseSearchQuery = { ...EMPTY_QUERY, group: 'eligible' }
const NOTHING = Object.fromEntries(facets.map(facet => [facet, {}])) as FacetCounts

const RESULT: CaseSearchResult = {
  group: 'eligible',
  counts: { eligible: 3, eligible_once_answered: 4, discuss: 11, not_eligible: 42 },
  placesToLive: 2,
  total: 60,
  hits: [],
  whyFirst: null,
  page: 1,
  pages: 1,
  byAuthority: { E08000024: 2 },
  facets: { ...NOTHING, authority: { E08000024: 9 } },
  vacancies: { now: 6, by: null, confirmedRecently: 11 },
  answersToGive: { fields: ['arson', 'release'], services: 4 },
  whatElse: null,
  councils: [],
  otherCouncils: [],
  wouldBring: { answers: [], filters: [] },
  evidence: { isNarrowed: false, unknown: [] },
  degraded: false,
  reading: NOTHING_READ,
  step: { dropped: [], unknown: [], others: [] },
}

function page(query: Partial<CaseSearchQuery> = {}, result: Partial<CaseSearchResult> = {}) {
  const found = placesData({
    caseId: 'c1',
    releaseOn: '2026-12-28',
    avoid: null,
    release: null,
    query: { ...QUERY, ...query },
    result: { ...RESULT, ...result },
    programmes: new Map(),
    now: NOW,
  })
  return { ...found, ...placesPage(found) }
}

describe('the page of places for a case', () => {
  it('says how many were checked and how many fit', () => {
    expect(page().summary).toBe(
      '60 services checked against what is known. 2 places to live fit now, and 1 other service.',
    )
    expect(page({}, { placesToLive: 1, counts: { ...RESULT.counts, eligible: 1 } }).summary).toContain(
      'known. 1 place to live fits now.',
    )
    expect(page({}, { placesToLive: 0 }).summary).toContain(
      'No places to live fit now, and 3 other services.',
    )
    expect(page({ facets: { kind: ['mentoring'] } }, { placesToLive: 0 }).summary).toContain('3 fit now.')
    const reading = readQuery('parenting course', 'professional', 15, '2026-11-27')
    expect(page({ words: 'parenting course' }, { reading, placesToLive: 0 }).summary).toContain('3 fit now.')
  })

  it('says where it looked, and of a place nobody knows that it was not found', () => {
    const near = { text: 'Durham', miles: 15, place: findPlace('Durham') }
    expect(page({ near }).summary).toContain('60 services within 15 miles of Durham checked')
    const nowhere = { text: 'Xyzzy', miles: 15, place: null }
    expect(page({ near: nowhere }).summary).toContain(
      '‘Xyzzy’ was not found, so services are shown wherever they are.',
    )
  })

  it('goes by fit unless another order is asked for, near a place too', () => {
    const near = { text: 'Durham', miles: 15, place: findPlace('Durham') }
    const current = (query: Partial<CaseSearchQuery>) =>
      page(query).sorts.flatMap(each => (each.current ? [each.text] : []))
    expect(current({ near })).toEqual(['Best fit'])
    expect(current({ near, sort: 'distance' })).toEqual(['Nearest'])
  })

  it('offers the nearest where there is one: of a place in the box or the words, and never of an area', () => {
    const offered = (query: Partial<CaseSearchQuery>) => {
      const reading = readQuery(query.words ?? '', 'professional', 15, '2026-11-27')
      return page(query, { reading }).sorts.map(({ text, current }) => (current ? `${text}, current` : text))
    }
    const nearest = ['Best fit, current', 'Nearest', 'Soonest free']
    expect(offered({ words: 'hostel durham' })).toEqual(nearest)
    expect(offered({ near: { text: 'Durham', miles: 15, place: findPlace('Durham') } })).toEqual(nearest)
    expect(offered({ words: 'hostel durham', sort: 'distance' })).toContain('Nearest, current')
    const none = ['Best fit, current', 'Soonest free']
    expect(offered({ words: 'hostel' })).toEqual(none)
    expect(offered({ words: 'hostel northumberland' })).toEqual(none)
    const area = { text: 'Northumberland', miles: 15, place: findPlace('Northumberland') }
    expect(offered({ near: area })).toEqual(none)
    expect(offered({ near: area, sort: 'distance' })).toEqual(none)
    expect(page({ near: area }).summary).toContain('60 services in Northumberland checked')
    expect(page({ near: area }).chips.map(chip => chip.text)).toEqual(['In Northumberland'])
  })

  it('says what was given up, and what else there is, beside the sum and not in it', () => {
    const reading = readQuery('hostel wheelchair', 'professional', 15, '2026-11-27')
    const [hostel, wheelchair] = reading.parts
    if (!hostel || !wheelchair) throw new Error('not read')
    const step = { dropped: [wheelchair], unknown: [], others: [{ part: hostel, total: 2 }] }
    const { summary, step: said, others } = page({ words: 'hostel wheelchair' }, { reading, step })
    expect(summary).toMatch(/^60 services checked/)
    expect(said).toMatch(/^Nothing matches all of it\. 60 services match all but /)
    expect(others).toEqual([{ text: '2 services match all but “hostel”', href: '?q=wheelchair' }])
  })

  it('says on paper which part it is of what was checked, and nothing where it is all', () => {
    const part = (
      shown: number,
      result: Partial<CaseSearchResult> = {},
      query: Partial<CaseSearchQuery> = {},
    ) => {
      const found = page(query, result)
      return placesPage({ ...found, places: Array.from({ length: shown }, () => ({}) as PlaceCard) }).part
    }
    expect(part(3)).toBe('the 3 services under ‘Fits’, of 60 checked')
    const many = { counts: { ...RESULT.counts, not_eligible: 42 }, pages: 3 }
    const ruledOut = { group: 'not_eligible' } as const
    expect(part(20, { ...many, page: 1 }, ruledOut)).toBe(
      'services 1 to 20 of the 42 under ‘Does not fit’, of 60 checked',
    )
    expect(part(2, { ...many, page: 3 }, ruledOut)).toBe(
      'services 41 to 42 of the 42 under ‘Does not fit’, of 60 checked',
    )
    expect(part(0, { counts: { ...RESULT.counts, eligible: 0 } })).toBe(
      'no service under ‘Fits’, of 60 checked',
    )
    expect(part(3, { total: 3 })).toBeNull()
  })

  it('never says that what to avoid is left out where nobody asked', () => {
    expect(page().avoid).toEqual({
      text: 'Areas and services to avoid: not asked yet.',
      ask: { text: 'Ask now', to: '/cases/c1/answers/safety?then=search#answers-avoid' },
    })
    expect(avoidNote('c1', { authorities: [], serviceIds: [] })).toEqual({
      text: 'Areas and services to avoid are already left out.',
      ask: null,
    })
  })

  it('says what answers would decide, and where each is given', () => {
    expect(page().answersWouldDecide).toBe('2 answers would decide 4 more services')
    expect(page({ group: 'eligible_once_answered' }).answers).toEqual([
      { title: 'Risk', asked: 'Arson', to: '/cases/c1/answers/risk?then=search#answers-arson' },
      { title: 'Release date', asked: 'Release date', to: '/cases/c1/release-date' },
    ])
    expect(page({}, { answersToGive: { fields: [], services: 0 } }).answersWouldDecide).toBeNull()
  })

  it('keeps the search when the tab changes', () => {
    const tabs = page({ words: 'hostel' }).tabs
    expect(tabs.map(({ text, count, current, to }) => [text, count, current, to])).toEqual([
      ['Fits', 3, true, '?q=hostel'],
      ['Fits once answered', 4, false, '?q=hostel&group=eligible_once_answered'],
      ['Discuss', 11, false, '?q=hostel&group=discuss'],
      ['Does not fit', 42, false, '?q=hostel&group=not_eligible'],
    ])
  })

  it('offers the release day as the day a bed is needed by, and not once it has passed', () => {
    expect(page().vacancyChoices.choices.map(({ text, count }) => [text, count])).toEqual([
      ['Free on Mon 28 December', undefined],
      ['Free now', 6],
      ['Confirmed recently', 11],
    ])
    const found = placesData({
      caseId: 'c1',
      releaseOn: '2026-11-20',
      avoid: null,
      release: null,
      query: QUERY,
      result: RESULT,
      programmes: new Map(),
      now: NOW,
    })
    const passed = placesPage(found)
    expect(passed.vacancyChoices.choices.map(({ text }) => text)).toEqual(['Free now', 'Confirmed recently'])
  })

  it('narrows to an authority from the map, which counts the tab that is shown, and widens again', () => {
    const sunderland = page().areas.find(area => area.code === 'E08000024')
    expect(sunderland).toMatchObject({ count: 2, about: '2 services', href: '?authority=E08000024' })
    const chosen = page({ facets: { authority: ['E08000024'] } }).areas
    expect(chosen.find(area => area.code === 'E08000024')).toMatchObject({
      about: '2 services, chosen',
      href: '?',
    })
  })
})

describe('where nothing fits', () => {
  const whatElse = {
    checked: 60,
    obstacle: { criterion: 'arson', title: 'Arson', alone: true, serviceCount: 3, serviceIds: [] },
    approvedPremises: [],
    emergency: [],
    forChildren: [],
  } as const
  const counts = { ...RESULT.counts, eligible: 0 }
  const none = { counts, whatElse: { ...whatElse, obstacle: { ...whatElse.obstacle, serviceIds: [] } } }

  it('names the single rule in the way, and the tabs of what may fit', () => {
    expect(page({}, none).nothingFits?.obstacle).toBe(
      'One rule alone stands in the way at 3 of the closest services: arson.',
    )
    expect(page({}, none).mayFit).toEqual([
      { text: 'Fits once answered: 4 services', to: '?group=eligible_once_answered' },
      { text: 'Discuss: 11 services', to: '?group=discuss' },
    ])
  })

  it.each([
    [2, 2, 'All that match take the other sex only.'],
    [3, 2, 'All the places to live that match take the other sex only.'],
  ])('says why no rule is named: %d match, %d of them checked', (total, checked, words) => {
    const unnamed = { counts, total, whatElse: { ...whatElse, checked, obstacle: null } }
    expect(page({}, unnamed).nothingFits?.obstacle).toBe(words)
  })

  it.each([
    ['xyzzy', 'No service matches these words', 'Use fewer words, or take a filter away.'],
    ['', 'No service matches this search', 'Take a filter away to see more.'],
  ])('tells a search for “%s” that matches nothing from a need', (words, title, obstacle) => {
    const unmatched = { counts, total: 0, whatElse: { ...whatElse, checked: 0, obstacle: null } }
    expect(page({ words }, unmatched).nothingFits).toMatchObject({ title, obstacle })
    expect(page({ words }, none).nothingFits).toMatchObject({ title: 'Nothing fits now' })
  })

  it('says that it is kept as evidence of need only of a search nothing narrowed, with the answers known', () => {
    const kept = (evidence: CaseSearchResult['evidence']) => page({}, { ...none, evidence }).nothingFits?.kept
    expect(kept({ isNarrowed: false, unknown: [] })).toBe(
      'That no place fitted is kept without a name, as evidence of need.',
    )
    expect(kept({ isNarrowed: true, unknown: [] })).toBeNull()
    expect(kept({ isNarrowed: false, unknown: ['rosh', 'arson'] })).toBe(
      'This is not evidence of need until these answers are known: risk of serious harm, arson.',
    )
  })

  it('offers somewhere else to sleep only where a bed is wanted', () => {
    const council = {
      id: 's1',
      name: 'Sunderland housing options',
      provider: '',
      kind: 'council_housing_options',
      kindLabel: '',
      confidential: false,
      paused: null,
      summary: '',
      audience: null,
      authorities: [],
      authorityNames: [],
      phone: '0191 498 0001',
      staffed: '',
      referralRoute: 'elsewhere',
      asked: askedOf(),
      outOfHoursPhone: '0191 000 0000',
      toDiscuss: ['People from prison', 'Children'],
    } as const
    const withCouncil = { ...none, councils: [council] }
    expect(page({}, withCouncil).nothingFits?.elsewhere).toEqual([
      {
        title: 'Council housing options, and the duty to refer',
        services: [
          {
            id: 's1',
            name: 'Sunderland housing options',
            phone: '0191 498 0001',
            outOfHours: '0191 000 0000',
            toDiscuss: 'Talk about: people from prison, children',
          },
        ],
        more: null,
      },
    ])
    expect(page({ facets: { kind: ['parenting_programme'] } }, withCouncil).nothingFits?.elsewhere).toEqual(
      [],
    )
    const plain = {
      id: 's1',
      name: 'Sunderland housing options',
      phone: '0191 498 0001',
      outOfHours: '0191 000 0000',
      toDiscuss: null,
    }
    expect(page({ group: 'discuss' }, withCouncil).councils).toEqual({
      title: 'Council housing options, and the duty to refer',
      services: [plain],
      more: null,
    })
    const others = { ...none, otherCouncils: [council] }
    expect(page({ group: 'discuss' }, others).councils).toEqual({
      title: 'Council housing options, and the duty to refer',
      services: [],
      more: { title: 'Councils of other areas: any may be chosen', services: [plain] },
    })
    expect(page({ group: 'not_eligible' }, withCouncil).councils).toBeNull()
  })

  it('says what one answer, or one filter taken away, would bring, and leads there', () => {
    const without: CaseSearchQuery = { ...QUERY, words: 'larch' }
    const wouldBring = {
      answers: [
        { field: 'arson', services: 4 },
        { field: 'release', services: 1 },
      ],
      filters: [
        { text: 'Wheelchair access', without, services: 6 },
        { text: '“larch”', without: QUERY, services: 1 },
      ],
    } as const
    expect(page({}, { wouldBring }).wouldBring).toEqual([
      {
        to: '/cases/c1/answers/risk?then=search#answers-arson',
        text: 'Answering ‘arson’ alone would decide 4 more services',
      },
      {
        to: '/cases/c1/release-date',
        text: 'Answering ‘release date’ alone would decide 1 more service',
      },
      { to: '?q=larch', text: 'Taking away ‘Wheelchair access’ brings 6 services that fit' },
      { to: '?', text: 'Taking away “larch” brings 1 service that fits' },
    ])
  })
})
