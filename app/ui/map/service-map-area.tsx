import { type ComponentType, useEffect, useState } from 'react'
import { AreaList, RegionDrawing, type RegionOutlineProps } from './region-outline'
import { usePins } from './use-pins'
import type { ServiceMapProps } from './service-map.client'

export interface ServiceMapAreaProps extends RegionOutlineProps {
  /** Where the pins of all that was found are asked for, outside the page. */
  pinsFrom: string
  /** A tile address with {z}, {x} and {y} (MAP_TILE_URL); without one the map draws outlines, towns and prisons. */
  tileUrl?: string | null
  /** What the tiles' owner asks to be shown. */
  tileAttribution?: string
}

/** The drawn outline first; with JavaScript, and once its code has come, the map one can move in its place. */
export function ServiceMapArea({
  areas,
  label,
  caption,
  pinsFrom,
  tileUrl,
  tileAttribution,
}: ServiceMapAreaProps) {
  const LiveMap = useLiveMap()
  const pins = usePins(pinsFrom)
  return (
    <figure className="tg-map">
      {LiveMap ? (
        <LiveMap areas={areas} pins={pins ?? []} tileUrl={tileUrl} tileAttribution={tileAttribution} />
      ) : (
        <RegionDrawing areas={areas} />
      )}
      {caption && <figcaption className="tg-map__caption">{caption}</figcaption>}
      <AreaList areas={areas} label={label} />
    </figure>
  )
}

/** Leaflet and the outlines' data, asked for after mount only; if they do not come, the drawing stays. */
function useLiveMap(): ComponentType<ServiceMapProps> | null {
  const [liveMap, setLiveMap] = useState<ComponentType<ServiceMapProps> | null>(null)
  useEffect(() => {
    let wanted = true
    import('./service-map.client').then(
      module => wanted && setLiveMap(() => module.ServiceMap),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [])
  return liveMap
}
