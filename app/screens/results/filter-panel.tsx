import { type ReactNode, useEffect, useRef } from 'react'

import { opens, POPOVER, useClosedOnNewPage } from '~/ui/popover'
import { ShowPlaces } from './show-places'

const PANEL = 'filter-panel'

export interface FilterPanelProps {
  /** How many filters are in force. */
  inForce: number
  children: ReactNode
}

/**
 * The filters of a list: a row of drops above it where there is room, on a phone a panel over it that a button opens. The browser opens
 * and closes it, without JavaScript too; one that knows no popovers shows the row.
 */
export function FilterPanel({ inForce, children }: FilterPanelProps) {
  const panel = useRef<HTMLDivElement>(null)
  useClosedOnNewPage(panel)
  useOneOpenDrop(panel)
  useOpenForField(panel)
  return (
    <>
      <button type="button" className="tg-panel__opener" {...opens(PANEL)}>
        Filters{inForce > 0 && ` (${inForce})`}
      </button>
      <div id={PANEL} className="tg-panel" ref={panel} {...POPOVER}>
        <p className="tg-panel__head">
          Filters
          <button type="button" className="tg-button-link" {...opens(PANEL)}>
            Close<span className="govuk-visually-hidden"> the filters</span>
          </button>
        </p>
        {children}
      </div>
    </>
  )
}

export interface FilterDropProps {
  title: string
  /** How many of its filters are in force. */
  inForce: number
  open?: boolean
  children: ReactNode
}

/** Filters that belong together, folded away. What shows the places stands in it: beside it, an open drop would lie over it. */
export function FilterDrop({ title, inForce, open = false, children }: FilterDropProps) {
  return (
    <details className={inForce > 0 ? 'tg-drop tg-drop--in-force' : 'tg-drop'} open={open}>
      <summary className="tg-drop__title">{inForce > 0 ? `✓ ${title} (${inForce})` : title}</summary>
      <div className="tg-drop__body">
        {children}
        <div className="tg-drop__show">
          <ShowPlaces />
        </div>
      </div>
    </details>
  )
}

/** A press elsewhere or Escape folds a drop of the row away. */
function useOneOpenDrop(panel: React.RefObject<HTMLElement>): void {
  useEffect(() => {
    function foldAway(event: Event) {
      for (const drop of panel.current?.querySelectorAll('details[open]') ?? []) {
        const isInside = event.target instanceof Node && drop.contains(event.target)
        if (event instanceof KeyboardEvent ? event.key !== 'Escape' : isInside) continue
        if (getComputedStyle(drop).position !== 'relative') continue
        drop.removeAttribute('open')
        if (isInside) drop.querySelector('summary')?.focus()
      }
    }
    document.addEventListener('click', foldAway)
    document.addEventListener('keydown', foldAway)
    return () => {
      document.removeEventListener('click', foldAway)
      document.removeEventListener('keydown', foldAway)
    }
  }, [panel])
}

/** A link to a field in the panel, of what is wrong with a search, opens what it stands in. */
function useOpenForField(panel: React.RefObject<HTMLElement & { showPopover?: () => void }>): void {
  useEffect(() => {
    function openFor(event: MouseEvent) {
      const hash =
        event.target instanceof Element ? event.target.closest('a[href^="#"]')?.getAttribute('href') : null
      const field = hash ? document.getElementById(hash.slice(1)) : null
      if (!field || !panel.current?.contains(field)) return
      if (panel.current.getClientRects().length === 0) panel.current.showPopover?.()
      field.closest('details')?.setAttribute('open', '')
      field.focus()
    }
    document.addEventListener('click', openFor, true)
    return () => document.removeEventListener('click', openFor, true)
  }, [panel])
}
