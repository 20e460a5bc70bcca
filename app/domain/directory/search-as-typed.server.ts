import type { Audience } from '@search/search-query'
import type { SearchService } from '@search/search-service'
import { londonDay } from '../time/calendar'
import { engineQuery } from './engine-query.server'
import { readQuery } from './reading/read-query.server'
import type { Reading, ReadPart } from './reading/reading'
import { searchInSteps, type SteppedAnswer } from './search-in-steps.server'
import { type DirectoryQuery, sortInForce, USUAL_MILES } from './search-query'

/**
 * A search as somebody typed it: its words read, then searched for in steps. What the box for a place
 * holds stands above a place among the words, and a filter by vacancy above a day. The order is the one asked for, else the nearest first where a place is named and nothing is
 * preferred to nearness.
 */
export async function searchAsTyped(
  search: SearchService,
  query: DirectoryQuery,
  { audience, now, all = false }: { audience: Audience; now: Date; all?: boolean },
): Promise<SteppedAnswer> {
  const reading = besideFields(query, readQuery(query.words, audience, USUAL_MILES, londonDay(now)))
  const sort = sortAsRead(query, reading)
  return searchInSteps(search, { ...engineQuery(query, audience, now), sort, all }, reading)
}

function besideFields({ near, vacancy }: DirectoryQuery, reading: Reading): Reading {
  const isSaid = (part: ReadPart) =>
    (near?.place && part.kind === 'place') || (vacancy !== null && part.freeBy !== null)
  return { ...reading, parts: reading.parts.filter(part => !isSaid(part)) }
}

function sortAsRead(query: DirectoryQuery, { parts }: Reading) {
  if (query.sort !== null) return query.sort
  const isNear = parts.some(part => part.near !== null && !part.near.place.home)
  const isPreferring = parts.some(part => part.preferred.length > 0)
  return isNear && !isPreferring ? 'distance' : sortInForce(query)
}
