import { divIcon } from 'leaflet'
import { useMemo } from 'react'
import { Circle, Marker, Pane } from 'react-leaflet'
import { boundsOf, type Near } from './use-fit.client'

const METRES_PER_MILE = 1609.344
const LINE = { color: '#0b5563', weight: 2, dashArray: '7 6', fill: false }

/** Areas are drawn anew as their counts change, and would cover it. Presses go through to them. */
const ABOVE_AREAS = { zIndex: 450, pointerEvents: 'none' } as const

/** The circle that was searched, dashed, with its radius in words on its line. */
export function MapCircle({ near }: { near: Near }) {
  const { lat, lng, miles } = near
  const icon = useMemo(
    () => divIcon({ html: `${miles} miles`, className: 'tg-map__radius', iconSize: undefined }),
    [miles],
  )
  return (
    <>
      <Pane name="radius" style={ABOVE_AREAS}>
        <Circle center={[lat, lng]} radius={miles * METRES_PER_MILE} pathOptions={LINE} interactive={false} />
      </Pane>
      <Marker position={southWestOf(near)} icon={icon} interactive={false} keyboard={false} alt="" />
    </>
  )
}

/** The point of the circle half way between its south and its west. */
function southWestOf(near: Near): [lat: number, lng: number] {
  const corner = boundsOf(near).getSouthWest()
  const along = (middle: number, edge: number) => middle + (edge - middle) * Math.SQRT1_2
  return [along(near.lat, corner.lat), along(near.lng, corner.lng)]
}
