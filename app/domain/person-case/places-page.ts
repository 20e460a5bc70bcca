import type { FactField } from '../eligibility/facts'
import { FACT_LABELS } from '../eligibility/fact-labels'
import type { Group } from '../eligibility/decision'
import type { ProgrammeShown } from '../programme/programme-queries.server'
import { formatDay, londonDay, type Day } from '../region/calendar'
import { authorities } from '../region/region'
import type { AreaCount, PlacedService } from '../service/directory-page'
import { type FacetChoice, type FacetGroup, facetGroups } from '../service/facet-groups'
import { servicesWords } from '../service/result-words'
import { type SearchChip, searchChips } from '../service/search-chips'
import { USUAL_MILES, withFacetToggled } from '../service/search-query'
import type { ServiceCard } from '../service/service-card.server'
import {
  CASE_GROUPS,
  type CaseSearchQuery,
  type CaseSearchResult,
  inGroup,
  toCaseParams,
  type WhatElse,
} from './case-search'
import { TOPICS } from './fact-topics'
import { topicOf } from './missing-answers'
import { type PlaceCard, placeCard } from './place-card'

/** The page of places for a case, in words; links are parameters of the page's own address. */
export interface PlacesPage {
  /** The search as its address holds it; '' for everything. */
  address: string
  /** '60 services checked against what is known. 3 fit now.' */
  summary: string
  words: string
  near: { text: string; miles: number }
  sorts: { text: string; href: string; current: boolean }[]
  /** '2 answers would decide 4 more places', or null. */
  answersWouldDecide: string | null
  /** The answers behind that sentence, each where it is given. */
  answers: { text: string; to: string }[]
  tabs: { to: string; text: string; count: number; current: boolean }[]
  chips: SearchChip[]
  filters: FacetGroup[]
  vacancyChoices: VacancyGroup
  places: PlaceCard[]
  page: number
  pages: number
  areas: AreaCount[]
  pins: PlacedService[]
  nothingFits: NothingFits | null
  degraded: boolean
}

/** The counts are known only where they were asked for. */
interface VacancyGroup extends Omit<FacetGroup, 'choices' | 'inSight'> {
  choices: (Omit<FacetChoice, 'count'> & { count?: number })[]
}

export interface NothingFits {
  /** The single rule that stands in the way of the closest services, in a sentence. */
  obstacle: string | null
  elsewhere: { title: string; services: { id: string; name: string; phone: string | null }[] }[]
}

export const GROUP_TABS: Readonly<Record<Group, string>> = {
  eligible: 'Fits',
  eligible_once_answered: 'Fits once answered',
  discuss: 'Discuss',
  not_eligible: 'Does not fit',
}

/** Facts of the case itself: they are given where the release date is moved. */
const WITH_RELEASE: readonly FactField[] = ['release', 'ageAtRelease']

interface PlacesInput {
  caseId: string
  releaseOn: Day | null
  query: CaseSearchQuery
  result: CaseSearchResult
  programmes: ReadonlyMap<string, ProgrammeShown>
  now: Date
}

/** Works out what the page says. */
export function placesPage({ caseId, releaseOn, query, result, programmes, now }: PlacesInput): PlacesPage {
  const addressOf = (asked: CaseSearchQuery) => `?${toCaseParams(asked).toString()}`
  const places = result.hits.map(hit => placeCard(hit, programmes.get(hit.id) ?? null, now))
  const { fields, services } = result.answersToGive
  return {
    address: toCaseParams(query).toString(),
    summary: summaryOf(result),
    words: query.words,
    near: { text: query.near?.text ?? '', miles: query.near?.miles ?? USUAL_MILES },
    sorts: sortLinks(query, addressOf),
    answersWouldDecide: services === 0 ? null : wouldDecide(fields.length, services),
    answers: fields.map(field => answerLink(caseId, field)),
    tabs: CASE_GROUPS.map(group => ({
      to: addressOf(inGroup(query, group)),
      text: GROUP_TABS[group],
      count: result.counts[group],
      current: group === result.group,
    })),
    chips: searchChips(query, addressOf),
    filters: facetGroups(query, result.facets, 'professional'),
    vacancyChoices: vacancyChoices(query, result, releaseOn, londonDay(now)),
    places,
    page: result.page,
    pages: result.pages,
    areas: areasOf(query, result, addressOf),
    pins: pinsWithWords(result, places),
    nothingFits: result.whatElse && nothingFits(result.whatElse),
    degraded: result.degraded,
  }
}

function summaryOf({ total, counts }: CaseSearchResult): string {
  const fit = counts.eligible === 1 ? '1 fits now' : `${counts.eligible} fit now`
  return `${servicesWords(total)} checked against what is known. ${fit}.`
}

const SORTS = [
  { sort: 'fit', text: 'Best fit' },
  { sort: 'distance', text: 'Nearest' },
  { sort: 'available', text: 'Soonest free' },
] as const

/** The orders offered: by distance only where a place is known. */
function sortLinks(query: CaseSearchQuery, addressOf: (query: CaseSearchQuery) => string) {
  return SORTS.filter(({ sort }) => sort !== 'distance' || query.near?.place != null).map(
    ({ sort, text }) => ({
      text,
      href: addressOf({ ...query, sort, page: 1 }),
      current: sort === query.sort,
    }),
  )
}

function wouldDecide(answers: number, services: number): string {
  const places = services === 1 ? '1 more place' : `${services} more places`
  return `${answers === 1 ? '1 answer' : `${answers} answers`} would decide ${places}`
}

function answerLink(caseId: string, field: FactField): { text: string; to: string } {
  const topic = topicOf(field)
  if (topic) {
    const to = `/cases/${caseId}/answers/${topic}?then=search#answers-${field}`
    return { text: `${FACT_LABELS[field]} (${TOPICS[topic].title.toLowerCase()})`, to }
  }
  const page = WITH_RELEASE.includes(field) ? 'release-date' : ''
  return { text: FACT_LABELS[field], to: `/cases/${caseId}/${page}` }
}

/** By the release day, free now, confirmed recently; the first only where a day is known. */
function vacancyChoices(
  query: CaseSearchQuery,
  { vacancies }: CaseSearchResult,
  releaseOn: Day | null,
  today: Day,
): VacancyGroup {
  const asked = typeof query.vacancy === 'object' ? (query.vacancy?.by ?? null) : null
  const by = asked ?? (releaseOn !== null && releaseOn >= today ? releaseOn : null)
  const isBy = asked !== null
  const choice = (name: string, value: string, text: string, count: number | null, checked: boolean) => ({
    name,
    value,
    text,
    checked,
    ...(count !== null && { count }),
  })
  return {
    legend: 'Vacancy',
    name: 'vacancy',
    choices: [
      ...(by === null
        ? []
        : [choice('by', by, `Free on ${formatDay(by)}`, isBy ? (vacancies?.by ?? null) : null, isBy)]),
      choice('vacancy', 'now', 'Free now', vacancies?.now ?? null, query.vacancy === 'now'),
      choice(
        'confirmed',
        'yes',
        'Confirmed recently',
        vacancies?.confirmedRecently ?? null,
        query.confirmedRecently,
      ),
    ],
  }
}

/** Every authority with how many of the matching services cover it; its link narrows the search to it, or widens it again. */
function areasOf(
  query: CaseSearchQuery,
  { facets }: CaseSearchResult,
  addressOf: (query: CaseSearchQuery) => string,
): AreaCount[] {
  return authorities.map(({ code, name }) => {
    const count = facets.authority[code] ?? 0
    const ticked = query.facets.authority?.includes(code) ?? false
    const toggled = withFacetToggled(query, 'authority', code)
    return {
      code,
      name,
      count,
      href: addressOf({ ...query, facets: toggled.facets, page: 1 }),
      about: ticked ? `${servicesWords(count)}, chosen` : servicesWords(count),
      ...(ticked && { tone: 'middle' as const }),
    }
  })
}

function pinsWithWords({ pins }: CaseSearchResult, places: readonly PlaceCard[]): PlacedService[] {
  const shown = new Map(places.map(place => [place.id, place]))
  return pins.map(pin => {
    const place = shown.get(pin.id)
    const vacancy = place?.vacancy?.vacancy.kind
    return { ...pin, href: `/services/${pin.id}`, about: place?.about ?? '', ...(vacancy && { vacancy }) }
  })
}

function nothingFits({ obstacle, councils, approvedPremises, emergency }: WhatElse): NothingFits {
  const listed = (title: string, services: readonly ServiceCard[]) => ({
    title,
    services: services.map(({ id, name, phone }) => ({ id, name, phone })),
  })
  return {
    obstacle: obstacle && obstacleWords(obstacle),
    elsewhere: [
      listed('Council housing options, and the duty to refer', councils),
      listed('Community accommodation (CAS) and approved premises', approvedPremises),
      listed('Emergency and direct access', emergency),
    ].filter(({ services }) => services.length > 0),
  }
}

function obstacleWords({ title, alone, serviceCount }: NonNullable<WhatElse['obstacle']>): string {
  const where = serviceCount === 1 ? 'at the closest service' : `at ${serviceCount} of the closest services`
  return alone
    ? `One rule alone stands in the way ${where}: ${title.toLowerCase()}.`
    : `The rule that stands in the way most often ${where}: ${title.toLowerCase()}.`
}
