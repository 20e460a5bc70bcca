import type { DirectoryQuery } from '~/domain/directory/search-query'

/** The circle a search is kept to, for the map; null where no place is given, or none that anybody knows. */
export function nearCircle(near: DirectoryQuery['near']): { lat: number; lng: number; miles: number } | null {
  return near?.place ? { lat: near.place.lat, lng: near.place.lng, miles: near.miles } : null
}
