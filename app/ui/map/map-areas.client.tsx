import { useNavigate } from '@remix-run/react'
import { divIcon, type Marker as LeafletMarker, type PathOptions } from 'leaflet'
import { useMemo, useState } from 'react'
import { GeoJSON, Marker, Polyline, useMap, useMapEvent } from 'react-leaflet'
import { KEEP_SCROLL } from '~/ui/page/follow-links'
import { AREA_LABELS, type AreaLabel, LABELS_INSIDE_FROM } from './area-labels'
import { boundaries } from './map-boundaries.client'
import type { AreaShown } from './region-outline'
import { shadeOf } from './shade'

interface MapAreasProps {
  areas: readonly AreaShown[]
  onTiles: boolean
}

const FILLS = ['#fbfdfd', '#dcebed', '#b9d7db', '#8bbfc6']
/** A label with its number stands this far to either side of its place, in pixels. */
const LABEL_ROOM = 120
const LEADER: PathOptions = { color: '#45535a', weight: 1 }

/** The 12 authorities, shaded by their numbers: pressing one narrows the search to it, or widens it again. */
export function MapAreas({ areas, onTiles }: MapAreasProps) {
  const navigate = useNavigate()
  const map = useMap()
  const [isClose, setClose] = useState(() => map.getZoom() >= LABELS_INSIDE_FROM)
  useMapEvent('zoomend', () => setClose(map.getZoom() >= LABELS_INSIDE_FROM))
  return (
    <>
      {areas.map(area => (
        <GeoJSON
          // Leaflet keeps a style and a listener as they were given.
          key={`${area.href} ${area.count} ${area.chosen}`}
          data={featureOf(area.code)}
          style={styleOf(area, onTiles)}
          interactive={isPressable(area)}
          eventHandlers={{ click: () => navigate(area.href, { preventScrollReset: true }) }}
        />
      ))}
      {areas.map(area => (
        <Label key={area.code} area={area} isClose={isClose} />
      ))}
    </>
  )
}

function featureOf(code: string) {
  const features = boundaries.features.filter(feature => feature.properties.code === code)
  return { ...boundaries, features }
}

/** An area without a result leads nowhere, unless it is to be widened again. */
function isPressable({ count = 0, chosen }: AreaShown): boolean {
  return count > 0 || chosen === true
}

function styleOf({ count = 0, chosen }: AreaShown, onTiles: boolean): PathOptions {
  const fill = { fillColor: FILLS[shadeOf(count)], fillOpacity: onTiles ? 0.45 : 1 }
  return chosen ? { ...fill, color: '#0b0c0c', weight: 3 } : { ...fill, color: '#5f7178', weight: 1 }
}

function Label({ area, isClose }: { area: AreaShown; isClose: boolean }) {
  const map = useMap()
  const label = AREA_LABELS[area.code]
  const icon = useMemo(() => label && labelIcon(area, label, isClose), [area, label, isClose])
  if (!label || !icon) return null
  const at = isClose ? label.inside : label.outside
  return (
    <>
      {!isClose && label.leadsTo && (
        <Polyline positions={[[...label.leadsTo], [...at]]} pathOptions={LEADER} interactive={false} />
      )}
      <Marker
        position={[...at]}
        icon={icon}
        keyboard={false}
        interactive={false}
        // One that the keyboard comes to is never left beyond the map's edge; one that is pressed stays under the finger.
        eventHandlers={{
          add: ({ target }: { target: LeafletMarker }) =>
            target.getElement()?.addEventListener('focusin', ({ target: link }) => {
              if (!(link instanceof Element && link.matches(':focus-visible'))) return
              map.panInside(target.getLatLng(), { padding: [LABEL_ROOM, LABEL_ROOM], animate: false })
            }),
        }}
        zIndexOffset={-500}
        alt=""
      />
    </>
  )
}

/** 'Gateshead 2', a link; without a result 'Darlington · 0', which leads nowhere. */
function labelIcon(area: AreaShown, { short, anchor }: AreaLabel, isClose: boolean) {
  const side = isClose ? 'middle' : anchor
  const link = document.createElement(isPressable(area) ? 'a' : 'span')
  link.className = `tg-map__label tg-map__label--${side}${isPressable(area) ? '' : ' tg-map__label--nought'}`
  link.append(named(short, 'span'), isPressable(area) ? ' ' : ' · ', named(String(area.count ?? 0), 'b'))
  if (link instanceof HTMLAnchorElement) {
    link.href = area.href
    link.setAttribute('aria-label', `${area.name}: ${area.about}`)
    for (const [name, value] of Object.entries(KEEP_SCROLL)) link.setAttribute(name, value)
    if (area.chosen) link.prepend('✓ ')
  }
  return divIcon({ html: link, className: 'tg-map__at', iconSize: [0, 0] })
}

function named(text: string, tag: 'span' | 'b') {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
