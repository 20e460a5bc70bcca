import type { Sort } from '@search/search-query'
import { toCaseParams } from './query-address'
import { GROUP_TABS, MAY_FIT } from './place-groups'
import type { AreaShown } from '~/ui/map/region-outline'
import { type FacetGroup, facetGroups } from '~/domain/directory/facet-groups'
import { servicesWords } from '~/screens/results/result-in-words'
import { nearPhrase, notFoundWords, type SearchChip, searchChips } from '~/domain/directory/search-chips'
import { openNamed, sortNamed, USUAL_MILES } from '~/domain/directory/search-query'
import { CASE_GROUPS, type CaseSearchQuery, inGroup } from '~/domain/case-search/case-search'
import type { PlacesData } from './data'
import { areasOf, sortLinks, type VacancyGroup, vacancyChoices } from './filters'

/** What the page of places says around its list; links are parameters of the page's own address. Safe for the browser. */
export interface PlacesPage {
  /** The search as its address holds it; '' for everything. */
  address: string
  /** '60 services checked against what is known. 3 places to live fit now, and 5 other services.' */
  summary: string
  /** What of it a page holds, for paper, where that is not all: 'services 1 to 20 of the 34 under ‘Fits’, of 60 checked'. */
  part: string | null
  near: { text: string; miles: number }
  /** Undefined where it is the usual order. */
  sort: Sort | undefined
  /** The facets whose values are all in sight, as an address names them. */
  open: string[]
  sorts: { text: string; href: string; current: boolean }[]
  tabs: { to: string; text: string; count: number; current: boolean }[]
  /** The tabs that hold what may fit after all. */
  mayFit: { to: string; text: string }[]
  chips: SearchChip[]
  /** What is checked where not all of the words match, and what else might be. */
  step: string | null
  others: { text: string; href: string }[]
  filters: FacetGroup[]
  vacancyChoices: VacancyGroup
  areas: AreaShown[]
}

/** Works out what the page says from what was found. The server and the browser do the same, so that little is sent twice. */
export function placesPage(data: PlacesData): PlacesPage {
  const { query } = data
  const addressOf = (asked: CaseSearchQuery) => `?${toCaseParams(asked).toString()}`
  return {
    address: toCaseParams(query).toString(),
    summary: summaryOf(data),
    part: partShown(data),
    near: { text: query.near?.text ?? '', miles: query.near?.miles ?? USUAL_MILES },
    sort: sortNamed(query),
    open: openNamed(query),
    sorts: sortLinks(data, addressOf),
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
    chips: searchChips(query, data.read.chips, addressOf),
    step: data.read.step,
    others: data.read.others.map(({ text, words }) => ({
      text,
      href: addressOf({ ...query, words, page: 1 }),
    })),
    filters: facetGroups(query, data.facets, addressOf),
    vacancyChoices: vacancyChoices(data),
    areas: areasOf(data, addressOf),
  }
}

function summaryOf(data: PlacesData): string {
  const checked = `${servicesWords(data.total)}${nearPhrase(data.query)} checked against what is known.`
  const notFound = notFoundWords(data.query)
  return [checked, `${fitWords(data)}.`, notFound].filter(Boolean).join(' ')
}

/** Paper holds one page of one group, and says so. */
function partShown({ query, counts, total, page, pages, places }: PlacesData): string | null {
  if (places.length >= total) return null
  const inGroup = counts[query.group]
  const under = `under ‘${GROUP_TABS[query.group]}’, of ${total} checked`
  if (places.length === 0) return `no service ${under}`
  if (places.length === inGroup) return `the ${servicesWords(inGroup)} ${under}`
  const before = page < pages ? (page - 1) * places.length : inGroup - places.length
  return `services ${before + 1} to ${before + places.length} of the ${inGroup} ${under}`
}

/** Courses and support are not counted among places to live. */
function fitWords({ wantsBed, counts, placesToLive }: PlacesData): string {
  if (!wantsBed) return counts.eligible === 1 ? '1 fits now' : `${counts.eligible} fit now`
  const others = counts.eligible - placesToLive
  const places =
    placesToLive === 1 ? '1 place to live fits now' : `${placesToLive || 'No'} places to live fit now`
  return others === 0
    ? places
    : `${places}, and ${others === 1 ? '1 other service' : `${others} other services`}`
}
