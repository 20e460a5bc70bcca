import 'leaflet/dist/leaflet.css'
import { type LatLngBoundsExpression, type PathOptions, divIcon, icon } from 'leaflet'
import { GeoJSON, MapContainer, Marker, Popup, TileLayer } from 'react-leaflet'
import MarkerClusterGroup from 'react-leaflet-cluster'
import type { PinShown } from './pin-shown'
import { MapPlaces } from './map-places.client'
import { boundaries } from './map-boundaries.client'
import type { AreaShown } from './region-outline'

export interface ServiceMapProps {
  areas: readonly AreaShown[]
  pins: readonly PinShown[]
  tileUrl?: string | null
  tileAttribution?: string
}

const REGION: LatLngBoundsExpression = [
  [54.45, -2.7],
  [55.82, -0.78],
]

const OUTLINE: PathOptions = { color: '#5f7178', weight: 1, fillColor: '#f5f9f9', fillOpacity: 1 }
const OUTLINE_ON_TILES: PathOptions = { color: '#0b5563', weight: 1.5, fillOpacity: 0 }

/** Pixels. Wide enough that no pin or cluster covers part of another (WCAG 2.5.8). */
const CLUSTER_WITHIN = 80

const PINS = Object.fromEntries(
  (['free', 'check-first', 'none', 'not-confirmed', 'service'] as const).map(kind => [
    kind,
    icon({
      iconUrl: `/static/map/pin-${kind}.svg`,
      iconSize: [30, 38],
      iconAnchor: [15, 37],
      popupAnchor: [0, -32],
    }),
  ]),
)

const VACANCY_WORDS = {
  free: 'free now',
  'check-first': 'free, check first',
  none: 'none free',
  'not-confirmed': 'vacancy not confirmed: phone first',
} as const

/** The region one can move: outlines, towns, prisons, and the services, clustered where they lie close. */
export function ServiceMap({ pins, tileUrl, tileAttribution }: ServiceMapProps) {
  return (
    <MapContainer
      className="tg-map__live"
      bounds={REGION}
      maxZoom={17}
      zoomSnap={0.25}
      scrollWheelZoom={false}
      attributionControl={Boolean(tileUrl)}
    >
      {tileUrl && <TileLayer url={tileUrl} attribution={tileAttribution} />}
      <GeoJSON data={boundaries} style={tileUrl ? OUTLINE_ON_TILES : OUTLINE} interactive={false} />
      {!tileUrl && <MapPlaces />}
      <MarkerClusterGroup
        iconCreateFunction={clusterIcon}
        showCoverageOnHover={false}
        maxClusterRadius={CLUSTER_WITHIN}
      >
        {pins.map(service => (
          <ServiceMarker key={service.id} service={service} />
        ))}
      </MarkerClusterGroup>
    </MapContainer>
  )
}

function ServiceMarker({ service }: { service: PinShown }) {
  const vacancy = service.vacancy && VACANCY_WORDS[service.vacancy]
  const words = vacancy ? `${service.name}: ${vacancy}` : service.name
  return (
    <Marker
      position={[service.lat, service.lng]}
      icon={PINS[service.vacancy ?? 'service']}
      alt={words}
      title={words}
    >
      <Popup maxWidth={240}>
        <a className="govuk-link" href={`/services/${service.id}`}>
          {service.name}
        </a>
        <br />
        {service.provider}
        {vacancy && (
          <>
            <br />
            {vacancy}
          </>
        )}
      </Popup>
    </Marker>
  )
}

function clusterIcon(cluster: { getChildCount: () => number }) {
  const words = '<span class="govuk-visually-hidden"> services here: zoom in</span>'
  return divIcon({
    html: `${cluster.getChildCount()}${words}`,
    className: 'tg-map__cluster',
    iconSize: [34, 34],
  })
}
