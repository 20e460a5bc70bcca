import type { HighlightPart } from '@search/highlight'
import { authorities } from '../region/region'
import { type FacetGroup, facetGroups } from './facet-groups'
import type { QueryProblem } from './parse-search-query'
import { areaWords, insideSentence, milesWords, servicesWords } from './result-words'
import { type SearchChip, searchChips } from './search-chips'
import type { DirectoryHit, DirectoryResult } from './search-directory.server'
import {
  type DirectoryQuery,
  EMPTY_QUERY,
  onPage,
  toParams,
  USUAL_MILES,
  withFacetToggled,
} from './search-query'
import { type VacancyInWords, vacancyInWords } from './vacancy-words'

/** One service of the list, in words. */
export interface ResultShown {
  id: string
  name: readonly HighlightPart[]
  about: string
  summary: readonly HighlightPart[]
  audience: string | null
  /** Null for the public, and for a service that keeps no bedspaces. */
  vacancy: VacancyInWords | null
  phone: string | null
  staffed: string
}

export interface SortLink {
  text: string
  href: string
  current: boolean
}

/** An authority on the drawn map: how many services cover it, and this search narrowed to it. */
export interface AreaCount {
  code: string
  name: string
  href: string
  count: number
  about: string
  tone?: 'middle'
}

export interface PlacedService {
  id: string
  name: string
  href: string
  lat: number
  lng: number
  about: string
  vacancy?: VacancyInWords['vacancy']['kind']
}

/** What the filter form holds besides its groups. */
export interface FilterValues {
  words: string
  near: string
  miles: number
  /** The place is known, so that the miles narrow the search. */
  isNear: boolean
  sort: DirectoryQuery['sort']
  /** Null for the public. */
  vacancy: { by: string; now: boolean; confirmed: boolean; nowCount: number; confirmedCount: number } | null
}

export interface DirectoryPage {
  /** The search as its address holds it; '' for everything. */
  address: string
  heading: string
  values: FilterValues
  groups: FacetGroup[]
  chips: SearchChip[]
  sorts: SortLink[]
  results: ResultShown[]
  areas: AreaCount[]
  places: PlacedService[]
  page: number
  pages: number
  problems: QueryProblem[]
  /** What was asked, or might be, only signed-in professionals can ask. */
  signInNote: 'offered' | 'left-out' | null
  degraded: boolean
}

/** What the directory's page shows of a search: every word and link on it, worked out from the query and its answer. */
export function directoryPage(
  query: DirectoryQuery,
  result: DirectoryResult,
  audience: 'public' | 'professional',
  now: Date,
): Omit<DirectoryPage, 'problems' | 'signInNote'> {
  const results = result.hits.map(hit => resultShown(hit, now))
  return {
    address: toParams(query).toString(),
    heading: headingOf(query, result),
    values: filterValues(query, result),
    groups: facetGroups(query, result.facets, audience),
    chips: searchChips(query, directoryAddress),
    sorts: sortLinks(query, audience),
    results,
    areas: areaCounts(query, result),
    places: placesOf(result, results),
    page: result.page,
    pages: result.pages,
    degraded: result.degraded,
  }
}

/** The address of a search of the directory. */
export function directoryAddress(query: DirectoryQuery): string {
  const params = toParams(query).toString()
  return params === '' ? '/services' : `/services?${params}`
}

/** The address of a page of a search whose parameters are given. */
export function pageAddress(address: string, page: number): string {
  const params = new URLSearchParams(address)
  params.delete('page')
  if (page > 1) params.set('page', String(page))
  return params.size === 0 ? '/services' : `/services?${params}`
}

function headingOf(query: DirectoryQuery, { total }: DirectoryResult): string {
  const isEverything =
    directoryAddress({ ...onPage(query, 1), sort: 'fit' }) === directoryAddress(EMPTY_QUERY)
  if (isEverything) return `${servicesWords(total)} in the directory`
  return total === 1 ? '1 service matches' : `${servicesWords(total)} match`
}

function filterValues(query: DirectoryQuery, { vacancies }: DirectoryResult): FilterValues {
  const { words, near, sort, vacancy, confirmedRecently } = query
  return {
    words,
    near: near?.text ?? '',
    miles: near?.miles ?? USUAL_MILES,
    isNear: near?.place != null,
    sort,
    vacancy: vacancies && {
      by: vacancy === null || vacancy === 'now' ? '' : vacancy.by,
      now: vacancy === 'now',
      confirmed: confirmedRecently,
      nowCount: vacancies.now,
      confirmedCount: vacancies.confirmedRecently,
    },
  }
}

function sortLinks(query: DirectoryQuery, audience: 'public' | 'professional'): SortLink[] {
  const sorts: { sort: DirectoryQuery['sort']; text: string; offered: boolean }[] = [
    { sort: 'fit', text: 'Best match', offered: true },
    { sort: 'distance', text: 'Nearest', offered: query.near?.place != null },
    { sort: 'available', text: 'Soonest free', offered: audience === 'professional' },
  ]
  const links = sorts
    .filter(each => each.offered)
    .map(({ sort, text }) => ({
      text,
      href: directoryAddress({ ...onPage(query, 1), sort }),
      current: sort === query.sort,
    }))
  return links.length > 1 ? links : []
}

function resultShown(hit: DirectoryHit, now: Date): ResultShown {
  const { id, name, provider, kindLabel, summary, audience, phone, staffed, vacancy, highlights } = hit
  const miles = hit.distanceMiles === null ? null : milesWords(hit.distanceMiles)
  const about = [provider, kindLabel, areaWords(hit.authorityNames), miles]
  return {
    id,
    name: highlights?.name ?? [{ text: name, marked: false }],
    about: about.filter(Boolean).join(' · '),
    summary: highlights?.summary ?? [{ text: summary, marked: false }],
    audience,
    vacancy: vacancy && vacancyInWords(vacancy, now),
    phone,
    staffed: insideSentence(staffed),
  }
}

function areaCounts(query: DirectoryQuery, { byAuthority }: DirectoryResult): AreaCount[] {
  return authorities.map(({ code, name }) => {
    const count = byAuthority[code] ?? 0
    const ticked = query.facets.authority?.includes(code) ?? false
    return {
      code,
      name,
      count,
      href: directoryAddress(withFacetToggled(query, 'authority', code)),
      about: ticked ? `${servicesWords(count)}, chosen` : servicesWords(count),
      ...(ticked && { tone: 'middle' as const }),
    }
  })
}

function placesOf({ pins }: DirectoryResult, results: readonly ResultShown[]): PlacedService[] {
  const shown = new Map(results.map(each => [each.id, each]))
  return pins.map(({ id, name, lat, lng }) => {
    const result = shown.get(id)
    const vacancy = result?.vacancy?.vacancy.kind
    return {
      id,
      name,
      lat,
      lng,
      href: `/services/${id}`,
      about: result?.about ?? '',
      ...(vacancy && { vacancy }),
    }
  })
}
