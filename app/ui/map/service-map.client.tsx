import 'leaflet/dist/leaflet.css'
import '~/styles/live-map.scss'
import { useCallback, useEffect, useRef, useState } from 'react'
import { MapContainer, TileLayer } from 'react-leaflet'
import { showInList, useInStep } from './in-step'
import { MapAreas } from './map-areas.client'
import { MapCircle } from './map-circle.client'
import { MapControls } from './map-controls.client'
import { MapPins, type PinsHandle } from './map-pins.client'
import { MapPlaces } from './map-places.client'
import { TwoFingers } from './two-fingers.client'
import { PinCard } from './pin-card'
import type { PinShown } from './pin-shown'
import type { AreaShown } from './region-outline'
import { type Near, REGION } from './use-fit.client'

export interface ServiceMapProps {
  areas: readonly AreaShown[]
  /** The search the pins are of: another one is fitted anew. */
  search: string
  /** Null until they have come. */
  pins: readonly PinShown[] | null
  /** Where a service's name leads. */
  hrefOf: (id: string) => string
  /** The place searched, with its miles; null where none is, or nobody knows it. */
  near: Near | null
  tileUrl?: string | null
  tileAttribution?: string
}

const NONE: readonly PinShown[] = []

/** The region one can move: areas to press, towns, prisons, the circle searched, and every result, clustered where they lie close. */
export function ServiceMap({ areas, search, pins, hrefOf, near, tileUrl, tileAttribution }: ServiceMapProps) {
  const [pressed, setPressed] = useState<PinShown | null>(null)
  const [lit, light] = useInStep(pressed?.id ?? null)
  const handle = useRef<PinsHandle>(null)
  const shown = pins ?? NONE
  const open = useCallback((pin: PinShown) => {
    setPressed(pin)
    showInList(pin.id)
  }, [])
  const close = useCallback(() => {
    if (pressed) handle.current?.focus(pressed.id)
    setPressed(null)
  }, [pressed])
  useEffect(() => setPressed(null), [search])
  return (
    <div className="tg-map__frame">
      <MapContainer
        className="tg-map__live"
        bounds={REGION}
        minZoom={7}
        maxZoom={17}
        zoomSnap={0.25}
        scrollWheelZoom={false}
        zoomControl={false}
        dragging={!isTouched()}
        attributionControl={Boolean(tileUrl)}
      >
        {tileUrl && <TileLayer url={tileUrl} attribution={tileAttribution} />}
        <MapAreas areas={areas} onTiles={Boolean(tileUrl)} />
        <MapPlaces townsToo={!tileUrl} />
        {near && <MapCircle near={near} />}
        <MapPins ref={handle} pins={shown} lit={lit} onPoint={light} onPress={open} />
        <MapControls search={search} pins={pins} near={near} areas={areas} />
        <TwoFingers />
      </MapContainer>
      {pressed && <PinCard pin={pressed} href={hrefOf(pressed.id)} onClose={close} />}
    </div>
  )
}

/** With a finger for a pointer, one finger scrolls the page and two move the map. */
function isTouched(): boolean {
  return matchMedia('(pointer: coarse)').matches
}
