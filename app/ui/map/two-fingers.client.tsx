import { useEffect, useState } from 'react'
import { useMap } from 'react-leaflet'

const SHOWN_MS = 1500

/** Says how the map is moved where one finger tried: that one scrolls the page. */
export function TwoFingers() {
  const map = useMap()
  const [isSaid, setSaid] = useState(false)
  useEffect(() => {
    if (map.dragging.enabled()) return
    const container = map.getContainer()
    let timer = 0
    const say = ({ touches }: TouchEvent) => {
      clearTimeout(timer)
      setSaid(touches.length === 1)
      timer = window.setTimeout(() => setSaid(false), SHOWN_MS)
    }
    container.addEventListener('touchmove', say, { passive: true })
    return () => {
      clearTimeout(timer)
      container.removeEventListener('touchmove', say)
    }
  }, [map])
  return isSaid ? <p className="tg-map__hint">Move the map with two fingers</p> : null
}
