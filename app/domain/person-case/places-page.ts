import { GROUP_TABS, MAY_FIT } from './place-groups'
import type { AreaCount, PlacedService } from '../service/map-words'
import { type FacetGroup, facetGroups } from '../service/facet-groups'
import { servicesWords } from '../service/result-words'
import { type SearchChip, searchChips } from '../service/search-chips'
import { USUAL_MILES } from '../service/search-query'
import { CASE_GROUPS, type CaseSearchQuery, inGroup, toCaseParams } from './case-search'
import type { PlacesData } from './places-data'
import { areasOf, sortLinks, type VacancyGroup, vacancyChoices } from './places-filters'

/** What the page of places says around its list; links are parameters of the page's own address. Safe for the browser. */
export interface PlacesPage {
  /** The search as its address holds it; '' for everything. */
  address: string
  /** '60 services checked against what is known. 3 fit now.' */
  summary: string
  near: { text: string; miles: number }
  sorts: { text: string; href: string; current: boolean }[]
  tabs: { to: string; text: string; count: number; current: boolean }[]
  /** The tabs that hold what may fit after all. */
  mayFit: { to: string; text: string }[]
  chips: SearchChip[]
  filters: FacetGroup[]
  vacancyChoices: VacancyGroup
  areas: AreaCount[]
  pins: PlacedService[]
}

/** Works out what the page says from what was found. The server and the browser do the same, so that little is sent twice. */
export function placesPage(data: PlacesData): PlacesPage {
  const { query } = data
  const addressOf = (asked: CaseSearchQuery) => `?${toCaseParams(asked).toString()}`
  return {
    address: toCaseParams(query).toString(),
    summary: summaryOf(data),
    near: { text: query.near?.text ?? '', miles: query.near?.miles ?? USUAL_MILES },
    sorts: sortLinks(query, addressOf),
    tabs: CASE_GROUPS.map(group => ({
      to: addressOf(inGroup(query, group)),
      text: GROUP_TABS[group],
      count: data.counts[group],
      current: group === query.group,
    })),
    mayFit: MAY_FIT.filter(group => data.counts[group] > 0).map(group => ({
      to: addressOf(inGroup(query, group)),
      text: `${GROUP_TABS[group]}: ${servicesWords(data.counts[group])}`,
    })),
    chips: searchChips(query, addressOf),
    filters: facetGroups(query, data.facets, 'professional'),
    vacancyChoices: vacancyChoices(data),
    areas: areasOf(data, addressOf),
    pins: pinsOf(data),
  }
}

function summaryOf({ total, counts }: PlacesData): string {
  const fit = counts.eligible === 1 ? '1 fits now' : `${counts.eligible} fit now`
  return `${servicesWords(total)} checked against what is known. ${fit}.`
}

function pinsOf({ places }: PlacesData): PlacedService[] {
  return places.flatMap(({ id, name, about, vacancy, at }) => {
    if (at === null) return []
    const [lat, lng] = at
    const kind = vacancy?.vacancy.kind
    return [{ id, name, about, lat, lng, href: `/services/${id}`, ...(kind && { vacancy: kind }) }]
  })
}
