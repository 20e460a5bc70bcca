import { latLng, type LatLngBounds, latLngBounds, type Map } from 'leaflet'
import { useCallback, useEffect, useRef } from 'react'
import { useMap, useMapEvent } from 'react-leaflet'
import { boundaries } from './map-boundaries.client'
import { hashOfChoice } from './list-map-switch'
import { hashOfView, viewInHash, writeHash } from './map-view'
import type { PinShown } from './pin-shown'
import type { AreaShown } from './region-outline'

export interface Near {
  lat: number
  lng: number
  miles: number
}

export interface ToFit {
  search: string
  pins: readonly PinShown[] | null
  near: Near | null
  areas: readonly AreaShown[]
}

export const REGION = latLngBounds([54.42, -2.7], [55.82, -0.74])
const METRES_ACROSS_A_MILE = 2 * 1609.344
/** No closer than this, however close together the results lie. */
const CLOSEST = 12

/** The square round a circle. */
export function boundsOf({ lat, lng, miles }: Near): LatLngBounds {
  return latLng(lat, lng).toBounds(miles * METRES_ACROSS_A_MILE)
}

/**
 * Fits the map to what was searched, and to the view its address names where it names one; whatever somebody moves it to is written
 * into the address, behind the '#'. @returns how to fit it again
 */
export function useFit(toFit: ToFit): () => void {
  const map = useMap()
  const latest = useRef(toFit)
  latest.current = toFit
  const isMoved = useRef(false)
  const isFitting = useRef(false)
  const quietly = useCallback((work: () => void) => {
    isFitting.current = true
    work()
    isFitting.current = false
  }, [])
  const fit = useCallback(() => {
    isMoved.current = false
    quietly(() =>
      map.fitBounds(wanted(latest.current), { animate: false, maxZoom: CLOSEST, padding: [16, 16] }),
    )
  }, [map, quietly])

  useMapEvent('moveend', () => {
    if (isFitting.current) return
    isMoved.current = true
    writeHash(hashOfView(viewOf(map)))
  })
  useEffect(() => {
    const view = viewInHash(location.hash)
    if (!view) return fit()
    isMoved.current = true
    quietly(() => map.setView([view.lat, view.lng], view.zoom, { animate: false }))
  }, [map, toFit.search, fit, quietly])
  const hasCome = toFit.pins !== null
  useEffect(() => {
    if (hasCome && !isMoved.current) fit()
  }, [hasCome, toFit.search, fit])
  useEffect(() => {
    const watch = new ResizeObserver(() => {
      quietly(() => map.invalidateSize({ animate: false, pan: false }))
      if (!isMoved.current) fit()
    })
    watch.observe(map.getContainer())
    return () => watch.disconnect()
  }, [map, fit, quietly])

  return useCallback(() => {
    writeHash(hashOfChoice())
    fit()
  }, [fit])
}

/** The areas chosen; else the circle searched; else, of a search that narrows, what it found; else the region. */
function wanted({ search, pins, near, areas }: ToFit): LatLngBounds {
  const chosen = areas.filter(area => area.chosen).map(area => area.code)
  const [first, ...more] = chosen.map(boundsOfArea)
  if (first) return more.reduce((all, each) => all.extend(each), first)
  if (near) return boundsOf(near)
  if (!search.includes('?') || !pins || pins.length === 0) return REGION
  return latLngBounds(pins.map(({ lat, lng }) => [lat, lng]))
}

function boundsOfArea(code: string): LatLngBounds {
  const { geometry } = boundaries.features.find(feature => feature.properties.code === code) ?? {}
  const rings = geometry?.type === 'Polygon' ? geometry.coordinates : (geometry?.coordinates.flat() ?? [])
  return latLngBounds(rings.flat().map(([lng = 0, lat = 0]) => [lat, lng]))
}

function viewOf(map: Map) {
  const { lat, lng } = map.getCenter()
  return { zoom: map.getZoom(), lat, lng }
}
