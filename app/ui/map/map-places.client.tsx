import { divIcon } from 'leaflet'
import { useState } from 'react'
import { Marker, useMap, useMapEvent } from 'react-leaflet'
import { classNames } from '~/ui/class-names'
import prisons from '~/domain/area/data/prisons.json'

interface NamedPlace {
  name: string
  lat: number
  lng: number
  /** The zoom from which there is room for the name. */
  fromZoom: number
  prison?: boolean
  /** The name stands before its point, where pins crowd after it. */
  before?: boolean
}

/** Towns people know the region by that are not the name of an authority, which has its own label. Centres, to two decimals of a degree. */
const TOWNS: readonly NamedPlace[] = [
  { name: 'Durham', lat: 54.78, lng: -1.58, fromZoom: 8.25, before: true },
  { name: 'Alnwick', lat: 55.41, lng: -1.71, fromZoom: 7 },
  { name: 'Berwick-upon-Tweed', lat: 55.77, lng: -2.0, fromZoom: 7 },
  { name: 'Hexham', lat: 54.97, lng: -2.1, fromZoom: 8, before: true },
  { name: 'Barnard Castle', lat: 54.54, lng: -1.92, fromZoom: 8.5, before: true },
  { name: 'Morpeth', lat: 55.17, lng: -1.69, fromZoom: 9, before: true },
  { name: 'Bishop Auckland', lat: 54.66, lng: -1.68, fromZoom: 9, before: true },
  { name: 'Consett', lat: 54.85, lng: -1.83, fromZoom: 9, before: true },
  { name: 'Ashington', lat: 55.18, lng: -1.57, fromZoom: 9 },
  { name: 'Blyth', lat: 55.13, lng: -1.51, fromZoom: 9.5 },
  { name: 'Chester-le-Street', lat: 54.86, lng: -1.57, fromZoom: 10 },
  { name: 'Peterlee', lat: 54.76, lng: -1.34, fromZoom: 9.5 },
  { name: 'South Shields', lat: 55.0, lng: -1.43, fromZoom: 11 },
  { name: 'North Shields', lat: 55.01, lng: -1.45, fromZoom: 11, before: true },
  { name: 'Washington', lat: 54.9, lng: -1.52, fromZoom: 10.5 },
]

const PLACES: readonly NamedPlace[] = [...TOWNS, ...prisonPlaces()]

/** Prisons that stand side by side share a sign: 'Frankland, Low Newton'. */
function prisonPlaces(): NamedPlace[] {
  const at = new Map<string, NamedPlace>()
  for (const { name, lat, lng } of prisons) {
    const short = name.replace(/^HMP (& YOI )?/, '')
    const beside = at.get(`${lat} ${lng}`)
    const names = beside ? `${beside.name}, ${short}` : short
    at.set(`${lat} ${lng}`, { name: names, lat, lng, fromZoom: 8.75, prison: true })
  }
  return [...at.values()]
}

/** Names of towns and prisons, as many as there is room for. To be read, not pressed: no marker takes the keyboard. */
export function MapPlaces({ townsToo }: { townsToo: boolean }) {
  const map = useMap()
  const [zoom, setZoom] = useState(() => map.getZoom())
  useMapEvent('zoomend', () => setZoom(map.getZoom()))
  return (
    <>
      {PLACES.filter(place => zoom >= place.fromZoom && (townsToo || place.prison)).map(place => (
        <Marker
          key={place.name}
          position={[place.lat, place.lng]}
          icon={nameIcon(place)}
          interactive={false}
          keyboard={false}
          zIndexOffset={-1000}
        />
      ))}
    </>
  )
}

function nameIcon({ name, prison, before }: NamedPlace) {
  const words = document.createElement('span')
  words.textContent = prison ? `HMP ${name}` : name
  const look = classNames(
    'tg-map__place',
    prison && 'tg-map__place--prison',
    before && 'tg-map__place--before',
  )
  return divIcon({ html: words, className: look, iconSize: [0, 0] })
}
