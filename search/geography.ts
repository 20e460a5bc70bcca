import type { ServiceDocument } from './document'
import type { Box, SearchQuery } from './search-query'

export interface Position {
  lat: number
  lng: number
}

/** The mean radius of the Earth; Meilisearch measures with the same. */
const EARTH_RADIUS_METRES = 6_371_000
export const METRES_PER_MILE = 1609.344
const INSIDE = { inside: true, miles: null }
const OUTSIDE = { inside: false, miles: null }

/** The great-circle distance between two points, in miles. */
export function milesBetween(a: Position, b: Position): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2)
  const halfLng = Math.sin(radians(b.lng - a.lng) / 2)
  const chord = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLng ** 2
  return (2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)))) / METRES_PER_MILE
}

/** True when a point lies in a rectangle of the map, edges included. */
function isInBox(point: Position, box: Box): boolean {
  return point.lat >= box.south && point.lat <= box.north && point.lng >= box.west && point.lng <= box.east
}

/**
 * Whether a service lies in the circle and the box of a search, and its distance from the circle's middle. One without
 * a position lies in a circle when it covers one of the circle's authorities, and in no box.
 */
export function isInsideArea(
  service: Pick<ServiceDocument, 'position' | 'authorities'>,
  { near, box }: Pick<SearchQuery, 'near' | 'box'>,
): { inside: boolean; miles: number | null } {
  const { position } = service
  const inBox = box === null || (position !== null && isInBox(position, box))
  if (near === null) return inBox ? INSIDE : OUTSIDE
  if (position === null) {
    const covered = service.authorities.some(code => near.authorities?.includes(code) ?? false)
    return inBox && covered ? INSIDE : OUTSIDE
  }
  const miles = milesBetween(near, position)
  return { inside: inBox && miles <= near.miles, miles }
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
