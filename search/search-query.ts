import { epochDay } from './calendar-day'
import type { FacetSelections } from './facet'

/** Who asks. The public sees public services only, and learns nothing of vacancies by filter, order or count. */
export type Audience = 'public' | 'professional'

/**
 * A circle to search in. A service without a position is inside when it covers one of `authorities` (ONS codes), with
 * no distance: a confidential site is placed by the areas it covers.
 */
export interface Near {
  lat: number
  lng: number
  miles: number
  authorities?: readonly string[]
}

/** Tags any of which will do: `['takesCouples:yes', 'takesCouples:case_by_case']`. */
export type AnyOfTags = readonly string[]

/** A rectangle of the map, in degrees. Services without a position are outside it. */
export interface Box {
  south: number
  west: number
  north: number
  east: number
}

export type Sort = 'fit' | 'distance' | 'available'

/**
 * A search. `vacancy` asks for a bedspace free today or on a day 'YYYY-MM-DD'. `all` asks for every match at once, in
 * no promised order (a case search decides them all); otherwise `page` counts from 1. `required` are facts that must
 * hold beside the facets, `preferred` facts that come first; of each, any of its tags will do.
 */
export interface SearchQuery {
  words: string
  audience: Audience
  facets: FacetSelections
  required: readonly AnyOfTags[]
  preferred: readonly AnyOfTags[]
  vacancy: 'now' | { by: string } | null
  confirmedRecently: boolean
  near: Near | null
  box: Box | null
  sort: Sort
  page: number
  pageSize: number
  all: boolean
  now: Date
  /** The day it is then in London, 'YYYY-MM-DD': whoever asks knows the calendar. */
  today: string
}

/** A search with everything unsaid left open. Page and page size are brought within what an engine answers. */
export function searchQuery(
  asked: Partial<SearchQuery> & Pick<SearchQuery, 'audience' | 'now' | 'today'>,
): SearchQuery {
  return {
    words: '',
    facets: {},
    required: [],
    preferred: [],
    vacancy: null,
    confirmedRecently: false,
    near: null,
    box: null,
    sort: 'fit',
    all: false,
    ...asked,
    page: within(asked.page ?? 1, 1, 5_000),
    pageSize: within(asked.pageSize ?? 20, 1, 100),
  }
}

/** The search as its audience may make it: from the public, whatever concerns vacancies is dropped. */
export function asAudienceMay(query: SearchQuery): SearchQuery {
  const sort = query.sort === 'distance' && query.near === null ? 'fit' : query.sort
  if (query.audience === 'professional') return { ...query, sort }
  return {
    ...query,
    vacancy: null,
    confirmedRecently: false,
    sort: sort === 'available' ? 'fit' : sort,
  }
}

/** The instant of a search in the units documents hold: `day` is the one a vacancy is wanted on. */
export interface Moment {
  seconds: number
  today: number
  day: number
}

/** Throws when the day asked for is no calendar day: forms check it first. */
export function momentOf(query: Pick<SearchQuery, 'vacancy' | 'now' | 'today'>): Moment {
  const today = epochDay(query.today)
  const wanted = query.vacancy === null || query.vacancy === 'now' ? today : epochDay(query.vacancy.by)
  return { seconds: Math.floor(query.now.getTime() / 1000), today, day: Math.max(today, wanted) }
}

function within(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), least), most) : least
}
