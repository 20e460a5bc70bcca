import type { Sort } from '@search/search-query'
import type { VacancyCounts } from '@search/search-engine'
import type { FacetCounts } from '@search/facet'
import type { AskedTopic } from '~/domain/service/asked-topics'
import { type FacetGroup, facetGroups } from '~/domain/directory/facet-groups'
import { toParams } from '~/screens/results/query-address'
import type { QueryProblem } from '~/screens/results/read-query'
import type { ReadingShown } from '~/screens/results/reading-shown'
import type { ResultShown } from '~/screens/results/result-shown'
import { servicesWords } from '~/screens/results/result-in-words'
import { nearPhrase, notFoundWords, type SearchChip, searchChips } from '~/domain/directory/search-chips'
import {
  type DirectoryQuery,
  EMPTY_QUERY,
  isAroundPoint,
  onPage,
  openNamed,
  sortNamed,
  USUAL_MILES,
} from '~/domain/directory/search-query'

interface SortLink {
  text: string
  href: string
  current: boolean
}

/** What the filter form holds besides its groups. */
interface FilterValues {
  words: string
  near: string
  miles: number
  /** It is a place to look around, so that the miles narrow the search. */
  isNear: boolean
  /** Undefined where it is the usual order. */
  sort: Sort | undefined
  /** The facets whose values are all in sight, as an address names them. */
  open: string[]
  /** Null for the public. */
  vacancy: { by: string; now: boolean; confirmed: boolean; nowCount: number; confirmedCount: number } | null
}

/**
 * All the directory's page is drawn from. It travels twice, as the page and beside it for scripts, so words and links
 * that can be worked out again are not in it.
 */
export interface DirectoryAnswer {
  query: DirectoryQuery
  /** Beside each filter. */
  counts: FacetCounts
  /** Null for the public. */
  vacancies: VacancyCounts | null
  total: number
  pages: number
  /** Where nothing matches: each filter that alone stands in the way, and how many match without it. */
  inTheWay: { text: string; address: string; services: number }[]
  results: ResultShown[]
  /** What of a card the search looks for. */
  sought: AskedTopic[]
  /** The order they are in. */
  sort: Sort
  /** A place is named, in the box or in the words, of which one is the nearest. */
  hasNearest: boolean
  /** How the words were read, and how far what is shown matches them. */
  read: ReadingShown
  problems: QueryProblem[]
  /** What was asked, or might be, only signed-in professionals can ask. */
  signInNote: 'offered' | 'left-out' | null
  degraded: boolean
}

/** What the page shows, in words and links. */
export interface DirectoryPage extends Pick<
  DirectoryAnswer,
  'results' | 'pages' | 'inTheWay' | 'problems' | 'signInNote' | 'degraded' | 'sought'
> {
  /** The search as its address holds it; '' for everything. */
  address: string
  heading: string
  /** Said under the heading where the place typed is not known. */
  notFound: string | null
  values: FilterValues
  groups: FacetGroup[]
  chips: SearchChip[]
  /** What is shown where not all of it matches, and the other things that might be. */
  step: string | null
  others: { text: string; href: string }[]
  sorts: SortLink[]
  /** How many services cover each authority, by its code; the address says which are chosen. */
  areaCounts: Readonly<Record<string, number>>
  page: number
}

/** What the directory's page shows of a search: every word and link on it, worked out from the query and its answer. */
export function directoryPage(answer: DirectoryAnswer): DirectoryPage {
  const { query, counts, vacancies, read, ...rest } = answer
  return {
    ...rest,
    address: toParams(query).toString(),
    heading: headingOf(query, answer.total, read.isWhole),
    notFound: notFoundWords(query),
    values: filterValues(query, vacancies),
    groups: facetGroups(query, counts, directoryAddress),
    chips: searchChips(query, read.chips, directoryAddress),
    step: read.step,
    others: read.others.map(({ text, words }) => ({
      text,
      href: directoryAddress({ ...onPage(query, 1), words }),
    })),
    sorts: sortLinks(answer),
    areaCounts: counts.authority ?? {},
    page: query.page,
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

/** The address of all that a search finds, on one page to be printed. */
export function wholeAddress(address: string): string {
  const params = new URLSearchParams(address)
  params.delete('page')
  params.set('print', 'all')
  return `/services?${params}`
}

function headingOf(query: DirectoryQuery, total: number, isWhole: boolean): string {
  const isEverything =
    directoryAddress({ ...onPage(query, 1), sort: null, open: [] }) === directoryAddress(EMPTY_QUERY)
  if (isEverything) return `${servicesWords(total)} in the directory`
  if (!isWhole) return `${servicesWords(total)} shown${nearPhrase(query)}`
  const matching = total === 1 ? '1 service matches' : `${servicesWords(total)} match`
  return `${matching}${nearPhrase(query)}`
}

function filterValues(query: DirectoryQuery, vacancies: VacancyCounts | null): FilterValues {
  const { words, near, vacancy, confirmedRecently } = query
  return {
    words,
    near: near?.text ?? '',
    miles: near?.miles ?? USUAL_MILES,
    isNear: isAroundPoint(query),
    sort: sortNamed(query),
    open: openNamed(query),
    vacancy: vacancies && {
      by: vacancy === null || vacancy === 'now' ? '' : vacancy.by,
      now: vacancy === 'now',
      confirmed: confirmedRecently,
      nowCount: vacancies.now,
      confirmedCount: vacancies.confirmedRecently,
    },
  }
}

function sortLinks({ query, sort: order, hasNearest, vacancies }: DirectoryAnswer): SortLink[] {
  const inForce = order === 'distance' && !hasNearest ? 'fit' : order
  const sorts: { sort: Sort; text: string; offered: boolean }[] = [
    { sort: 'fit', text: 'Best match', offered: true },
    { sort: 'distance', text: 'Nearest', offered: hasNearest },
    { sort: 'available', text: 'Soonest free', offered: vacancies !== null },
  ]
  const links = sorts
    .filter(each => each.offered)
    .map(({ sort, text }) => ({
      text,
      href: directoryAddress({ ...onPage(query, 1), sort }),
      current: sort === inForce,
    }))
  return links.length > 1 ? links : []
}
