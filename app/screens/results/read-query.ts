import { z } from 'zod'
import type { Facet } from '@search/facet'
import { DELIVERED_IN, ROTL_NEEDS } from '~/domain/programme/programme'
import type { Day } from '~/domain/time/calendar'
import { findPlace } from '~/domain/area/find-place'
import type { Place } from '~/domain/area/place'
import { authorities, prisons } from '~/domain/area/region'
import { writtenDay } from '~/domain/time/day-field'
import { pathwayCodes } from '~/domain/service/pathway'
import {
  type DirectoryQuery,
  FACET_PARAMS,
  LEAST_MILES,
  MOST_MILES,
  OPEN_PARAM,
  USUAL_MILES,
} from '~/domain/directory/search-query'
import { SUPPORT_LEVELS, YES_CASE_NO } from '~/domain/service/service'
import { serviceKindCodes } from '~/domain/service/service-kind'

/** A part of the address that could not be followed, by its parameter, in words that say how to mend it. */
export interface QueryProblem {
  field: string
  message: string
}

export interface ParsedQuery {
  query: DirectoryQuery
  problems: QueryProblem[]
}

const WORDS_LIMIT = 200
const YES_NO = ['yes', 'no']
const FACET_VALUES: Readonly<Record<Facet, readonly string[]>> = {
  kind: serviceKindCodes,
  pathway: pathwayCodes,
  authority: authorities.map(each => each.code),
  takes: ['women', 'men'],
  womenOnly: YES_NO,
  takesChildren: YES_CASE_NO,
  takesCouples: YES_CASE_NO,
  acceptsPeopleFromPrison: YES_CASE_NO,
  complexNeeds: YES_NO,
  wheelchair: YES_NO,
  supportLevel: SUPPORT_LEVELS,
  deliveredIn: DELIVERED_IN,
  prison: prisons.map(each => each.code),
  rotl: ROTL_NEEDS,
}

/** A part of the address that holds one value, and what is said of any other. */
interface Choice<T> {
  field: string
  schema: z.ZodType<T>
  message: string
}

const SORT = {
  field: 'sort',
  schema: z.enum(['fit', 'distance', 'available']),
  message: 'Choose one of the orders listed',
}
const PAGE = {
  field: 'page',
  schema: z.coerce.number().int().min(1).max(5_000),
  message: 'There is no such page: this is the first',
}
const MILES = {
  field: 'miles',
  schema: z.coerce.number().min(LEAST_MILES).max(MOST_MILES),
  message: `How far must be a number of miles from ${LEAST_MILES} to ${MOST_MILES}: ${USUAL_MILES} miles were taken`,
}
/** The browser's own position is taken to two decimals, about a kilometre: an address holds nothing finer. */
const POSITION = /^(5\d\.\d{1,2}),(-?\d\.\d{1,2})$/

/**
 * Reads a search from an address. What it cannot follow is left out of the search and named in `problems`; it never
 * throws. Takes the day it is in London: a vacancy is wanted today or later.
 */
export function parseSearchQuery(params: URLSearchParams, today: Day): ParsedQuery {
  const problems: QueryProblem[] = []
  const near = readNear(params, problems)
  const query: DirectoryQuery = {
    words: readWords(params, problems),
    facets: readFacets(params, problems),
    vacancy: readVacancy(params, today, problems),
    confirmedRecently: params.get('confirmed') === 'yes',
    near,
    sort: readChoice(params, SORT, null, problems),
    page: readChoice(params, PAGE, 1, problems),
    open: readOpen(params),
  }
  return { query, problems }
}

function readWords(params: URLSearchParams, problems: QueryProblem[]): string {
  const words = (params.get('q') ?? '').trim().replace(/\s+/g, ' ')
  if (words.length <= WORDS_LIMIT) return words
  problems.push({
    field: 'q',
    message: `Search words must be ${WORDS_LIMIT} characters or fewer: the rest was left out`,
  })
  return words.slice(0, WORDS_LIMIT)
}

function readFacets(params: URLSearchParams, problems: QueryProblem[]): DirectoryQuery['facets'] {
  const facets: Partial<Record<Facet, readonly string[]>> = {}
  for (const [name, param] of Object.entries(FACET_PARAMS)) {
    const facet = name as Facet
    const asked = [...new Set(params.getAll(param))].filter(value => value !== '')
    const known = asked.filter(value => FACET_VALUES[facet].includes(value))
    if (known.length > 0) facets[facet] = known
    if (known.length < asked.length) {
      problems.push({ field: param, message: 'One of the filters asked for does not exist and was left out' })
    }
  }
  return facets
}

/** What is not the name of a facet opens nothing, and is no problem: it changes no result. */
function readOpen(params: URLSearchParams): readonly Facet[] {
  const asked = params.getAll(OPEN_PARAM)
  return (Object.keys(FACET_PARAMS) as Facet[]).filter(facet => asked.includes(FACET_PARAMS[facet]))
}

function readVacancy(
  params: URLSearchParams,
  today: Day,
  problems: QueryProblem[],
): DirectoryQuery['vacancy'] {
  const by = params.get('by')?.trim() ?? ''
  if (by === '') return params.get('vacancy') === 'now' ? 'now' : null
  const read = writtenDay('availableBy', { today }).safeParse(by)
  if (read.success) return { by: read.data }
  problems.push({ field: 'by', message: read.error.issues[0]?.message ?? 'Enter a real date' })
  return null
}

function readNear(params: URLSearchParams, problems: QueryProblem[]): DirectoryQuery['near'] {
  const text = (params.get('near') ?? '').trim().slice(0, 60)
  if (text === '') return null
  const miles = readChoice(params, MILES, USUAL_MILES, problems)
  const place = placeOfPosition(text) ?? findPlace(text)
  if (place === null) {
    problems.push({
      field: 'near',
      message:
        'Enter a postcode, a town, a prison or an authority in the North East. This place was not found',
    })
  }
  return { text, miles, place }
}

function placeOfPosition(text: string): Place | null {
  const [, lat, lng] = POSITION.exec(text) ?? []
  if (lat === undefined || lng === undefined) return null
  return { label: 'your location', lat: Number(lat), lng: Number(lng), approximate: true, authorities: [] }
}

function readChoice<T, Usual>(
  params: URLSearchParams,
  { field, schema, message }: Choice<T>,
  usual: Usual,
  problems: QueryProblem[],
): T | Usual {
  const asked = params.get(field)
  if (asked === null || asked === '') return usual
  const read = schema.safeParse(asked)
  if (read.success) return read.data
  problems.push({ field, message })
  return usual
}
