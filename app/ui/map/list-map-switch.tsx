import { useEffect, useState } from 'react'

const VIEWS = [
  { view: 'list', text: 'List' },
  { view: 'map', text: 'Map' },
] as const

type View = (typeof VIEWS)[number]['view']

const KEPT_AS = 'throughgate-results-view'

/**
 * On a narrow screen: the list or the map. Without JavaScript both stand there, and these lead to them; with it one takes the other's
 * place, and the next search of this visit opens as this one was left. What they switch has the ids `list` and `map`.
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

/** The styles ask the document which one it is: the switch stands in one part of the page, what it switches in others. */
function useView(): [View | null, (view: View) => void] {
  const [view, setView] = useState<View | null>(null)
  useEffect(() => setView(sessionStorage.getItem(KEPT_AS) === 'map' ? 'map' : 'list'), [])
  useEffect(() => {
    if (view === null) return
    const { dataset } = document.documentElement
    dataset.results = view
    return () => {
      delete dataset.results
    }
  }, [view])
  return [
    view,
    chosen => {
      sessionStorage.setItem(KEPT_AS, chosen)
      setView(chosen)
    },
  ]
}
