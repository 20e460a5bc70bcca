import { divIcon } from 'leaflet'
import { useState } from 'react'
import { Marker, useMap, useMapEvent } from 'react-leaflet'
import prisons from '~/domain/area/data/prisons.json'

interface NamedPlace {
  name: string
  lat: number
  lng: number
  /** The zoom from which there is room for the name. */
  fromZoom: number
  prison?: boolean
}

/** Towns people know the region by, where there are no tiles to show them. Centres, to two decimals of a degree. */
const TOWNS: readonly NamedPlace[] = [
  { name: 'Newcastle', lat: 54.97, lng: -1.61, fromZoom: 7 },
  { name: 'Middlesbrough', lat: 54.57, lng: -1.23, fromZoom: 8.5 },
  { name: 'Durham', lat: 54.78, lng: -1.58, fromZoom: 7 },
  { name: 'Alnwick', lat: 55.41, lng: -1.71, fromZoom: 7 },
  { name: 'Berwick-upon-Tweed', lat: 55.77, lng: -2.0, fromZoom: 7 },
  { name: 'Hexham', lat: 54.97, lng: -2.1, fromZoom: 8 },
  { name: 'Sunderland', lat: 54.91, lng: -1.38, fromZoom: 8.5 },
  { name: 'Darlington', lat: 54.52, lng: -1.55, fromZoom: 8.5 },
  { name: 'Hartlepool', lat: 54.69, lng: -1.21, fromZoom: 8.5 },
  { name: 'Barnard Castle', lat: 54.54, lng: -1.92, fromZoom: 8.5 },
  { name: 'Morpeth', lat: 55.17, lng: -1.69, fromZoom: 8.5 },
  { name: 'Bishop Auckland', lat: 54.66, lng: -1.68, fromZoom: 9 },
  { name: 'Consett', lat: 54.85, lng: -1.83, fromZoom: 9 },
  { name: 'Redcar', lat: 54.62, lng: -1.07, fromZoom: 9 },
  { name: 'Gateshead', lat: 54.95, lng: -1.6, fromZoom: 10 },
  { name: 'South Shields', lat: 55.0, lng: -1.43, fromZoom: 10 },
  { name: 'North Shields', lat: 55.01, lng: -1.45, fromZoom: 11 },
  { name: 'Stockton-on-Tees', lat: 54.56, lng: -1.31, fromZoom: 10 },
]

const PLACES: readonly NamedPlace[] = [
  ...TOWNS,
  ...prisons.map(({ name, lat, lng }) => ({ name, lat, lng, fromZoom: 9.5, prison: true })),
]

/** Names of towns and prisons, as many as there is room for. To be read, not pressed: no marker takes the keyboard. */
export function MapPlaces() {
  const map = useMap()
  const [zoom, setZoom] = useState(() => map.getZoom())
  useMapEvent('zoomend', () => setZoom(map.getZoom()))
  return (
    <>
      {PLACES.filter(place => zoom >= place.fromZoom).map(place => (
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

function nameIcon({ name, prison }: NamedPlace) {
  const look = `tg-map__place${prison ? ' tg-map__place--prison' : ''}`
  return divIcon({ html: name, className: look, iconSize: undefined, iconAnchor: [4, 8] })
}
