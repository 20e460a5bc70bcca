import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { writeHash } from './map-view'

const VIEWS = [
  { view: 'list', text: 'List' },
  { view: 'map', text: 'Map' },
] as const

type View = (typeof VIEWS)[number]['view']

const KEPT_AS = 'throughgate-results-view'

/**
 * On a narrow screen: the list or the map. Without JavaScript both stand there, and these lead to them; with it one takes the other's
 * place, the address says which,
 * and the next search of this visit opens as this one was left. What they switch has the ids `list` and `map`.
 */
export function ListMapSwitch() {
  const [chosen, choose] = useView()
  return (
    <p className="tg-switch">
      {VIEWS.map(({ view, text }) => (
        <a
          key={view}
          className="tg-switch__side"
          href={`#${view}`}
          aria-current={view === chosen ? 'true' : undefined}
          onClick={event => {
            event.preventDefault()
            choose(view)
          }}
        >
          {text}
        </a>
      ))}
    </p>
  )
}

/** '#map' while the map has taken the place of the list; '' otherwise. */
export function hashOfChoice(): string {
  const isSwitched = (document.querySelector('.tg-switch')?.getClientRects().length ?? 0) > 0
  return isSwitched && document.documentElement.dataset.results === 'map' ? '#map' : ''
}

/** The styles ask the document which one it is: the switch stands in one part of the page, what it switches in others. */
function useView(): [View | null, (view: View) => void] {
  const [view, setView] = useState<View | null>(null)
  const { key } = useLocation()
  useEffect(() => setView(namesMap() || sessionStorage.getItem(KEPT_AS) === 'map' ? 'map' : 'list'), [])
  useEffect(() => {
    if (view === null) return
    const { dataset } = document.documentElement
    dataset.results = view
    // A copied link opens the same: where the map was moved to says that it is the map already.
    if (view === 'list' || !namesMap()) writeHash(hashOfChoice())
    return () => {
      delete dataset.results
    }
  }, [view, key])
  return [
    view,
    chosen => {
      sessionStorage.setItem(KEPT_AS, chosen)
      setView(chosen)
    },
  ]
}

function namesMap(): boolean {
  return /^#map(=|$)/.test(location.hash)
}
