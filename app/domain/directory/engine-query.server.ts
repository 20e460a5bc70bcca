import { type Audience, type SearchQuery, searchQuery } from '@search/search-query'
import { authoritiesNear, type Place } from '../area/place'
import { londonDay } from '../time/calendar'
import { dayRead, type Reading } from './reading/reading'
import { type DirectoryQuery, sortInForce } from './search-query'

/** What people are shown on one page of results. */
export const PAGE_SIZE = 20

/**
 * A search as the engines take it, without its words: those are read first, and put in by `asEngineQuery`. A place nobody
 * knows narrows nothing: the page says it was not found.
 */
export function engineQuery(query: DirectoryQuery, audience: Audience, now: Date): SearchQuery {
  const { facets, vacancy, confirmedRecently, page } = query
  return searchQuery({
    ...{ audience, now, today: londonDay(now), facets, vacancy, confirmedRecently, page },
    sort: sortInForce(query),
    ...placePart(query.near?.place ?? null, query.near?.miles ?? 0),
    preferred: there(query.near?.place ?? null),
    pageSize: PAGE_SIZE,
  })
}

/** Further than anything in the region lies: the place orders, and no longer narrows. */
const ANYWHERE_MILES = 250

/** The search with what was read of its words. A place that was given up still says what is nearest. */
export function asEngineQuery(base: SearchQuery, reading: Reading): SearchQuery {
  const words = reading.parts.flatMap(({ word }) => word ?? [])
  const near = reading.parts.find(part => part.near !== null)?.near ?? null
  const place = near && placePart(near.place, near.miles)
  const required = [...base.required, ...reading.parts.flatMap(part => part.required)]
  const by = dayRead(reading)
  return {
    ...base,
    vacancy: base.vacancy ?? (by === null ? null : { by }),
    words: words.join(' ') + (reading.isOpen ? '' : ' '),
    near: base.near ?? place?.near ?? null,
    required,
    preferred: [...base.preferred, ...preferredOf(reading, near?.place ?? null)],
  }
}

/**
 * What comes first: the kind that is meant counts twice, and so does what is in the authority of the place that is named.
 * Of what shows no place that is all there is to go by.
 */
function preferredOf({ parts }: Reading, place: Place | null): SearchQuery['preferred'] {
  const preferred = parts.flatMap(part =>
    part.weight === 'kind' ? [...part.preferred, ...part.preferred] : part.preferred,
  )
  return [...preferred, ...there(place)]
}

function there(place: Place | null): SearchQuery['preferred'] {
  const inHome = place?.home ? [`authority:${place.home}`] : null
  return inHome ? [inHome, inHome] : []
}

/** The same search, the place given up but for the order. */
export function placeOrdersAlone(query: SearchQuery, place: Place): SearchQuery {
  const { lat, lng } = place
  return {
    ...query,
    near: { lat, lng, miles: ANYWHERE_MILES, authorities: authoritiesNear(lat, lng, ANYWHERE_MILES) },
  }
}

/**
 * A service that shows no place is near when it covers the authority of the place (product.md, "Search"), or one within
 * reach where the place lies in several; within an area is what covers it.
 */
function placePart(place: Place | null, miles: number): Pick<SearchQuery, 'near' | 'required'> {
  if (place === null) return { near: null, required: [] }
  if (place.isArea) return { near: null, required: [place.authorities.map(code => `authority:${code}`)] }
  const { lat, lng, home } = place
  const covering = home ? [home] : authoritiesNear(lat, lng, miles)
  return { near: { lat, lng, miles, authorities: covering }, required: [] }
}
