import { type DivIcon, divIcon, type Map, marker, type Marker } from 'leaflet'
import { forwardRef, useEffect, useImperativeHandle, useMemo, useRef } from 'react'
import { useMap } from 'react-leaflet'
import MarkerClusterGroup from 'react-leaflet-cluster'
import { clusterWords, pinWords } from './map-words'
import type { PinShown } from './pin-shown'

export interface PinsHandle {
  /** Puts the focus on the pin of a service, or on the cluster it lies in. */
  focus(id: string): void
}

interface MapPinsProps {
  pins: readonly PinShown[]
  /** The service that is lit, in the list or here. */
  lit: string | null
  onPoint: (id: string | null) => void
  onPress: (pin: PinShown) => void
}

/** Of leaflet.markercluster, what is used here. */
interface Clusters {
  addLayers(markers: Marker[]): void
  clearLayers(): void
  getVisibleParent(marker: Marker): Marker | null
}

/** Pixels. Wide enough that no pin or cluster covers part of another (WCAG 2.5.8). */
const CLUSTER_WITHIN = 60
const LIT = 'tg-map__pin--lit'

/** Every result with a shown place, clustered where they lie close: buttons, by their shapes and by their words. */
export const MapPins = forwardRef<PinsHandle, MapPinsProps>(function MapPins(
  { pins, lit, onPoint, onPress },
  handle,
) {
  const map = useMap()
  const clusters = useRef<Clusters | null>(null)
  const markers = useMemo(() => new globalThis.Map(pins.map(pin => [pin.id, pinMarker(pin)])), [pins])

  useEffect(() => {
    const listeners = pins.map(pin => {
      const press = () => onPress(pin)
      return markers.get(pin.id)?.on({
        click: press,
        mouseover: () => onPoint(pin.id),
        mouseout: () => onPoint(null),
        keypress: ({ originalEvent }) => originalEvent.key === 'Enter' && press(),
      })
    })
    return () => listeners.forEach(each => each?.off())
  }, [pins, markers, onPoint, onPress])

  useEffect(() => {
    const group = clusters.current
    group?.addLayers([...markers.values()])
    return () => group?.clearLayers()
  }, [markers])

  useEffect(() => {
    const at = lit === null ? undefined : markers.get(lit)
    if (!at) return
    const element = elementOf(clusters.current, at)
    element?.classList.add(LIT)
    // Of a cluster the name would stand at nobody's place.
    if (at.getElement() === element) at.openTooltip()
    return () => {
      element?.classList.remove(LIT)
      at.closeTooltip()
    }
  }, [lit, markers])

  usePressedBySpace(map)
  useImperativeHandle(handle, () => ({
    focus(id) {
      const at = markers.get(id)
      const element = (at && elementOf(clusters.current, at)) ?? map.getContainer()
      element.focus({ preventScroll: true })
    },
  }))
  return (
    <MarkerClusterGroup
      ref={clusters as never}
      iconCreateFunction={clusterIcon}
      showCoverageOnHover={false}
      maxClusterRadius={CLUSTER_WITHIN}
      animate={!matchMedia('(prefers-reduced-motion: reduce)').matches}
    >
      {null}
    </MarkerClusterGroup>
  )
})

/** What stands for a pin on the map now: itself or the cluster it lies in. */
function elementOf(group: Clusters | null, at: Marker): HTMLElement | undefined {
  return group?.getVisibleParent(at)?.getElement()
}

/** Leaflet gives its markers the role of a button, and Enter alone. */
function usePressedBySpace(map: Map): void {
  useEffect(() => {
    const container = map.getContainer()
    const press = (event: KeyboardEvent) => {
      const { target } = event
      if (event.key !== ' ' || !(target instanceof HTMLElement)) return
      if (!target.classList.contains('leaflet-marker-icon')) return
      event.preventDefault()
      target.click()
    }
    container.addEventListener('keydown', press)
    return () => container.removeEventListener('keydown', press)
  }, [map])
}

function pinMarker(pin: PinShown): Marker {
  return marker([pin.lat, pin.lng], { icon: pinIcon(pin), riseOnHover: true }).bindTooltip(
    textOf('span', [pin.name, [pin.kind, pin.miles].filter(Boolean).join(' · ')].join('\n')),
    { className: 'tg-map__tip', direction: 'auto', offset: [18, 0], opacity: 1 },
  )
}

function pinIcon(pin: PinShown): DivIcon {
  const icon = document.createElement('span')
  icon.append(picture(`kind-${pin.group}`, 30))
  if (pin.vacancy) icon.append(picture(`vacancy-${pin.vacancy}`, 16))
  icon.append(hidden(pinWords(pin)))
  return divIcon({ html: icon, className: 'tg-map__pin', iconSize: [30, 30] })
}

function clusterIcon(cluster: { getChildCount: () => number }): DivIcon {
  const count = cluster.getChildCount()
  const icon = textOf('span', String(count))
  icon.setAttribute('aria-hidden', 'true')
  const both = document.createElement('span')
  both.append(icon, hidden(clusterWords(count)))
  return divIcon({ html: both, className: 'tg-map__cluster', iconSize: [36, 36] })
}

function picture(name: string, size: number): HTMLImageElement {
  const image = new Image(size, size)
  image.src = `/static/map/${name}.svg`
  image.alt = ''
  return image
}

function hidden(words: string): HTMLElement {
  const element = textOf('span', words)
  element.className = 'govuk-visually-hidden'
  return element
}

function textOf(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
