import type { HighlightPart } from '@search/highlight'
import { type FacetGroup, facetGroups } from './facet-groups'
import type { QueryProblem } from './parse-search-query'
import { areaWords, insideSentence, milesWords, servicesWords } from './result-words'
import { type SearchChip, searchChips } from './search-chips'
import type { DirectoryHit, DirectoryResult } from './search-directory.server'
import { type DirectoryQuery, EMPTY_QUERY, onPage, toParams, USUAL_MILES } from './search-query'
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
  /** Where its pin stands, in degrees; null for a service without a shown place. */
  at: readonly [lat: number, lng: number] | null
}

export interface SortLink {
  text: string
  href: string
  current: boolean
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
  /** How many services cover each authority, by its code; the address says which are chosen. */
  areaCounts: Readonly<Record<string, number>>
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
  const places = new Map(result.pins.map(({ id, lat, lng }) => [id, [lat, lng] as const]))
  return {
    address: toParams(query).toString(),
    heading: headingOf(query, result),
    values: filterValues(query, result),
    groups: facetGroups(query, result.facets, audience),
    chips: searchChips(query, directoryAddress),
    sorts: sortLinks(query, audience),
    results: result.hits.map(hit => ({ ...resultShown(hit, now), at: places.get(hit.id) ?? null })),
    areaCounts: result.byAuthority,
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

/** The address of a search, given by its parameters, with an authority chosen or no longer chosen. */
export function areaAddress(address: string, code: string): string {
  const params = new URLSearchParams(address)
  const chosen = params.getAll('authority')
  params.delete('page')
  params.delete('authority')
  const next = chosen.includes(code) ? chosen.filter(each => each !== code) : [...chosen, code]
  for (const each of next.sort()) params.append('authority', each)
  return params.size === 0 ? '/services' : `/services?${params}`
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

function resultShown(hit: DirectoryHit, now: Date): Omit<ResultShown, 'at'> {
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
