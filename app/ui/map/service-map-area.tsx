import { type ComponentType, useEffect, useRef, useState } from 'react'
import { MapKey } from './map-key'
import { AreaList, RegionDrawing, type RegionOutlineProps } from './region-outline'
import type { ServiceMapProps } from './service-map.client'
import { usePins } from './use-pins'

export interface ServiceMapAreaProps extends RegionOutlineProps {
  /** What the numbers of areas count: 'Results in an area'. */
  counts: string
  /** Where the pins of all that was found are asked for, outside the page. */
  pinsFrom: string
  hrefOf: ServiceMapProps['hrefOf']
  near: ServiceMapProps['near']
  /** A tile address with {z}, {x} and {y} (MAP_TILE_URL); without one the map draws outlines, towns and prisons. */
  tileUrl?: string | null
  /** What the tiles' owner asks to be shown. */
  tileAttribution?: string
}

/** The drawn outline first; with JavaScript, once it is in sight and its code has come, the map one can move in its place. */
export function ServiceMapArea(props: ServiceMapAreaProps) {
  const { areas, label, caption, counts, pinsFrom, ...rest } = props
  const figure = useRef<HTMLElement>(null)
  const isSeen = useSeen(figure)
  const LiveMap = useLiveMap(isSeen)
  const pins = usePins(isSeen ? pinsFrom : null)
  const circle = rest.near && `${rest.near.miles} miles`
  const vacancies = pins?.some(pin => pin.vacancy) ?? false
  return (
    <figure className="tg-map" id="map" ref={figure}>
      {LiveMap ? (
        <>
          <a className="govuk-skip-link" href="#after-map">
            Skip the map
          </a>
          <LiveMap {...rest} areas={areas} search={pinsFrom} pins={pins} />
        </>
      ) : (
        <RegionDrawing areas={areas} />
      )}
      <MapKey counts={counts} live={LiveMap && { circle, vacancies }} />
      {caption && <figcaption className="tg-map__caption">{caption}</figcaption>}
      <details className="tg-map__areas" open={LiveMap === null} id="after-map">
        <summary className="tg-map__summary">{label}</summary>
        <AreaList areas={areas} label={label} />
      </details>
    </figure>
  )
}

/** Whether it has been in sight, or nearly: on a phone the map stands behind a switch, and nobody waits for what is not looked at. */
function useSeen(place: React.RefObject<Element>): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    if (!place.current) return
    const watch = new IntersectionObserver(
      entries => entries.some(entry => entry.isIntersecting) && setSeen(true),
      { rootMargin: '200px' },
    )
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [place])
  return isSeen
}

/** Leaflet and the outlines' data, asked for once wanted; if they do not come, the drawing stays. */
function useLiveMap(isWanted: boolean): ComponentType<ServiceMapProps> | null {
  const [liveMap, setLiveMap] = useState<ComponentType<ServiceMapProps> | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let isHere = true
    import('./service-map.client').then(
      module => isHere && setLiveMap(() => module.ServiceMap),
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [isWanted])
  return liveMap
}
