import { FACT_LABELS } from '../eligibility/fact-labels'
import type { Group } from '../eligibility/decision'
import type { FactField } from '../eligibility/facts'
import type { ProgrammeShown } from '../programme/programme-queries.server'
import { type Day, londonDay } from '../region/calendar'
import type { AreaCount, PlacedService } from '../service/directory-page'
import { type FacetGroup, facetGroups } from '../service/facet-groups'
import { servicesWords } from '../service/result-words'
import { type SearchChip, searchChips } from '../service/search-chips'
import { USUAL_MILES } from '../service/search-query'
import {
  CASE_GROUPS,
  type CaseSearchQuery,
  type CaseSearchResult,
  inGroup,
  toCaseParams,
} from './case-search'
import { TOPICS } from './fact-topics'
import { topicOf } from './missing-answers'
import { type NothingFits, nothingFits } from './nothing-fits'
import { type PlaceCard, placeCard } from './place-card'
import { areasOf, sortLinks, type VacancyGroup, vacancyChoices } from './places-filters'

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

export const GROUP_TABS: Readonly<Record<Group, string>> = {
  eligible: 'Fits',
  eligible_once_answered: 'Fits once answered',
  discuss: 'Discuss',
  not_eligible: 'Does not fit',
}

const MAY_FIT: readonly string[] = [GROUP_TABS.eligible_once_answered, GROUP_TABS.discuss]

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
  const tabs = CASE_GROUPS.map(group => ({
    to: addressOf(inGroup(query, group)),
    text: GROUP_TABS[group],
    count: result.counts[group],
    current: group === result.group,
  }))
  return {
    address: toCaseParams(query).toString(),
    summary: summaryOf(result),
    words: query.words,
    near: { text: query.near?.text ?? '', miles: query.near?.miles ?? USUAL_MILES },
    sorts: sortLinks(query, addressOf),
    answersWouldDecide: services === 0 ? null : wouldDecide(fields.length, services),
    answers: fields.map(field => answerLink(caseId, field)),
    tabs,
    chips: searchChips(query, addressOf),
    filters: facetGroups(query, result.facets, 'professional'),
    vacancyChoices: vacancyChoices(query, result, releaseOn, londonDay(now)),
    places,
    page: result.page,
    pages: result.pages,
    areas: areasOf(query, result, addressOf),
    pins: pinsWithWords(result, places),
    nothingFits: result.whatElse && nothingFits(query, result.whatElse, mayFit(tabs)),
    degraded: result.degraded,
  }
}

function summaryOf({ total, counts }: CaseSearchResult): string {
  const fit = counts.eligible === 1 ? '1 fits now' : `${counts.eligible} fit now`
  return `${servicesWords(total)} checked against what is known. ${fit}.`
}

function mayFit(tabs: PlacesPage['tabs']): NothingFits['mayFit'] {
  return tabs
    .filter(({ text, count }) => MAY_FIT.includes(text) && count > 0)
    .map(({ to, text, count }) => ({ to, text: `${text}: ${servicesWords(count)}` }))
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

function pinsWithWords({ pins }: CaseSearchResult, places: readonly PlaceCard[]): PlacedService[] {
  const shown = new Map(places.map(place => [place.id, place]))
  return pins.map(pin => {
    const place = shown.get(pin.id)
    const vacancy = place?.vacancy?.vacancy.kind
    return { ...pin, href: `/services/${pin.id}`, about: place?.about ?? '', ...(vacancy && { vacancy }) }
  })
}
