import { dayAndInstant } from '../document'
import { selectedFacets, type Facet } from '../facet'
import { METRES_PER_MILE } from '../geography'
import {
  momentOf,
  type AnyOfTags,
  type Audience,
  type Box,
  type Near,
  type SearchQuery,
} from '../search-query'

/** A filter a search ticks, which the counts beside it leave out. */
export type FilterGroup = Facet | 'vacancy' | 'confirmedRecently'

/** Parts of a filter that must all hold. */
export type FilterParts = string[]

/** The parts that are no facet: who may see, where, and the facts that must hold. */
export function fixedParts(query: SearchQuery): FilterParts {
  return [
    ...(query.audience === 'public' ? [equals('visibility', 'public')] : []),
    ...(query.near === null ? [] : [nearPart(query.near)]),
    ...(query.box === null ? [] : [boxPart(query.box)]),
    ...query.required.map(anyOf => tagsPart(anyOf, query.audience)),
  ]
}

/** Any of the tags; those of professionals are looked for by them alone. */
export function tagsPart(tags: AnyOfTags, audience: Audience): string {
  const inPublic = anyOf('facts', tags)
  return audience === 'public' ? inPublic : `(${inPublic} OR ${anyOf('professionalFacts', tags)})`
}

/** Everything but the services of these ids. */
export function otherThan(ids: readonly string[]): string {
  return `NOT ${anyOf('id', ids)}`
}

/** The parts of everything ticked, by group. The query must be one its audience may make. */
export function tickedParts(query: SearchQuery): Map<FilterGroup, string> {
  const parts = new Map<FilterGroup, string>()
  for (const facet of selectedFacets(query.facets)) parts.set(facet, anyOf(facet, query.facets[facet] ?? []))
  const moment = momentOf(query)
  if (query.vacancy !== null) parts.set('vacancy', freePart(moment.day, moment.seconds))
  if (query.confirmedRecently) parts.set('confirmedRecently', confirmedPart(moment.seconds))
  return parts
}

/** At an instant (epoch seconds) a bedspace is free on a day (since 1970). One number must lie in the range: hence TO. */
export function freePart(day: number, seconds: number): string {
  const [least, most] = [dayAndInstant(day, 0), dayAndInstant(day, seconds)]
  return `(freeSince <= ${whole(seconds)} OR freeOn ${whole(least)} TO ${whole(most)})`
}

/** Vacancies are confirmed at an instant (epoch seconds). */
export function confirmedPart(seconds: number): string {
  return `freshUntil > ${whole(seconds)}`
}

/** Half of a letter of two halves, which JSON cannot carry. */
const HALF_LETTERS = /\p{Surrogate}/gu

/** A text as Meilisearch's filter language quotes it. Every value that enters a filter goes through here. */
function quoted(value: string): string {
  const whole = value.replace(HALF_LETTERS, '\uFFFD')
  return `"${whole.replace(/[\\"]/g, character => `\\${character}`)}"`
}

function equals(attribute: string, value: string): string {
  return `${attribute} = ${quoted(value)}`
}

function anyOf(attribute: string, values: readonly string[]): string {
  return `${attribute} IN [${values.map(quoted).join(', ')}]`
}

function nearPart(near: Near): string {
  const circle = `_geoRadius(${near.lat}, ${near.lng}, ${near.miles * METRES_PER_MILE})`
  const covering = near.authorities ?? []
  if (covering.length === 0) return `(placed = true AND ${circle})`
  return `((placed = true AND ${circle}) OR (placed = false AND ${anyOf('authority', covering)}))`
}

function boxPart({ north, east, south, west }: Box): string {
  return `(placed = true AND _geoBoundingBox([${north}, ${east}], [${south}, ${west}]))`
}

function whole(value: number): string {
  return String(Math.trunc(value))
}
