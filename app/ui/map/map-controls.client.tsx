import { DomEvent } from 'leaflet'
import { useEffect, useRef } from 'react'
import { useMap } from 'react-leaflet'
import { type ToFit, useFit } from './use-fit.client'

/** Reset, nearer, farther: buttons on the map, that say what they do. */
export function MapControls(props: ToFit) {
  const map = useMap()
  const reset = useFit(props)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What is pressed here is not pressed on the map below.
    if (bar.current) DomEvent.disableClickPropagation(bar.current)
  }, [])
  return (
    <div className="tg-map__controls" ref={bar}>
      <button type="button" className="tg-map__button" onClick={reset}>
        Reset map
      </button>
      <div className="tg-map__zoom">
        <button type="button" className="tg-map__button" aria-label="Zoom in" onClick={() => map.zoomIn()}>
          <span aria-hidden="true">+</span>
        </button>
        <button type="button" className="tg-map__button" aria-label="Zoom out" onClick={() => map.zoomOut()}>
          <span aria-hidden="true">−</span>
        </button>
      </div>
    </div>
  )
}
