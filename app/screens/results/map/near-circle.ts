import type { Reading, Step } from '~/domain/directory/reading/reading'
import type { DirectoryQuery } from '~/domain/directory/search-query'

/** A circle on the map: degrees, and miles from its middle. */
export interface NearCircle {
  lat: number
  lng: number
  miles: number
}

/** The circle of the box for a place; null where it holds none, none that anybody knows, or an area, which is no circle. */
export function nearCircle(near: DirectoryQuery['near']): NearCircle | null {
  return near?.place && !near.place.isArea ? circle(near.place, near.miles) : null
}

/** The circle a place among the words keeps the search to; null where none is, or where it was given up. */
export function readCircle(
  { parts }: Pick<Reading, 'parts'>,
  { dropped }: Pick<Step, 'dropped'>,
): NearCircle | null {
  const near = parts.find(part => part.near !== null && !dropped.includes(part))?.near
  return near ? circle(near.place, near.miles) : null
}

function circle({ lat, lng }: { lat: number; lng: number }, miles: number): NearCircle {
  return { lat, lng, miles }
}
