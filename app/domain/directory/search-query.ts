import type { Facet } from '@search/facet'
import type { Sort } from '@search/search-query'
import type { Day } from '../time/calendar'
import type { Place } from '../area/place'
import type { Reading } from './reading/reading'

/** A search as its address holds it. Safe for the browser: chips, facets and page links are drawn from it. */
export interface DirectoryQuery {
  words: string
  facets: Partial<Record<Facet, readonly string[]>>
  /** A bedspace free today, or on a day. */
  vacancy: 'now' | { by: Day } | null
  confirmedRecently: boolean
  /** What was typed, and the place it means; null when nobody knows it, and then nothing is left out. */
  near: { text: string; miles: number; place: Place | null } | null
  /** Null where none was asked for: then it is the usual one. */
  sort: Sort | null
  page: number
  /** Of these facets every value is offered as a filter, not the first few alone. */
  open: readonly Facet[]
}

export const EMPTY_QUERY: DirectoryQuery = {
  words: '',
  facets: {},
  vacancy: null,
  confirmedRecently: false,
  near: null,
  sort: null,
  page: 1,
  open: [],
}

/** The name each facet has in an address, in the order facets are shown. */
export const FACET_PARAMS: Readonly<Record<Facet, string>> = {
  takes: 'for',
  womenOnly: 'women-only',
  takesChildren: 'children',
  takesCouples: 'couples',
  kind: 'kind',
  authority: 'authority',
  acceptsPeopleFromPrison: 'from-prison',
  complexNeeds: 'complex-needs',
  wheelchair: 'wheelchair',
  supportLevel: 'support',
  pathway: 'pathway',
  deliveredIn: 'delivered-in',
  prison: 'prison',
  rotl: 'rotl',
}

/** Names a facet whose values are all shown. It narrows nothing. */
export const OPEN_PARAM = 'more'

export const MILES_CHOICES = [2, 5, 10, 15, 25, 50] as const
export const USUAL_MILES = 15
export const LEAST_MILES = 1
export const MOST_MILES = 100

/** The box for a place holds one to look around: within the bounds of an area nothing is nearer than another. */
export function isAroundPoint({ near }: Pick<DirectoryQuery, 'near'>): boolean {
  return near !== null && near.place !== null && !near.place.isArea
}

/** There is a nearest: of a place in the box, which stands above any among the words, or of one among the words. */
export function hasNearest(query: Pick<DirectoryQuery, 'near'>, { parts }: Pick<Reading, 'parts'>): boolean {
  return query.near?.place ? isAroundPoint(query) : parts.some(part => part.near !== null)
}

/** The order asked for, else the usual one: the nearest first where the box for a place holds one. */
export function sortInForce({ near, sort }: Pick<DirectoryQuery, 'near' | 'sort'>): Sort {
  return sort ?? (isAroundPoint({ near }) ? 'distance' : 'fit')
}

/** The order as an address or a form names it; undefined where none was asked for. */
export function sortNamed(query: DirectoryQuery): Sort | undefined {
  return query.sort ?? undefined
}

/** The facets whose values are all in sight, as an address or a form names them. */
export function openNamed({ open }: Pick<DirectoryQuery, 'open'>): string[] {
  return open.map(facet => FACET_PARAMS[facet])
}

/** The search with one value of a facet ticked, or no longer ticked, from the first page. */
export function withFacetToggled(query: DirectoryQuery, facet: Facet, value: string): DirectoryQuery {
  const ticked = query.facets[facet] ?? []
  const next = ticked.includes(value) ? ticked.filter(each => each !== value) : [...ticked, value]
  return { ...query, facets: { ...query.facets, [facet]: next }, page: 1 }
}

/** The search on another page. */
export function onPage(query: DirectoryQuery, page: number): DirectoryQuery {
  return { ...query, page }
}
