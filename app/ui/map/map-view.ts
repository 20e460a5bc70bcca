/** What of the region a map shows. */
export interface MapView {
  zoom: number
  lat: number
  lng: number
}

const HASH = /^#map=(\d{1,2}(?:\.\d{1,2})?)\/(-?\d{1,2}(?:\.\d{1,5})?)\/(-?\d{1,3}(?:\.\d{1,5})?)$/

/** The view an address names behind its '#', which no server is sent; null where it names none. */
export function viewInHash(hash: string): MapView | null {
  const [, zoom, lat, lng] = HASH.exec(hash) ?? []
  if (zoom === undefined) return null
  return { zoom: Number(zoom), lat: Number(lat), lng: Number(lng) }
}

/** '#map=9.5/54.780/-1.580': to about a hundred metres. */
export function hashOfView({ zoom, lat, lng }: MapView): string {
  return `#map=${Number(zoom.toFixed(2))}/${lat.toFixed(3)}/${lng.toFixed(3)}`
}

/** The page is the same: no step in its history, and what the router keeps of it stays. */
export function writeHash(hash: string): void {
  history.replaceState(history.state, '', location.pathname + location.search + hash)
}
