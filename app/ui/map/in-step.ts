import { useCallback, useEffect, useState } from 'react'

/** On a result of the list: its service. */
const OF_SERVICE = 'data-service-id'
const LIT = 'tg-lit'

/**
 * Keeps the list and the map in step: what is pointed at or focused in one is lit in both. Results of the list carry
 * data-service-id; the map says what is pointed at on it.
 * @param pressed the service whose card is open: it stays lit
 * @returns the service that is lit, and how the map lights one (null: none)
 */
export function useInStep(pressed: string | null): [lit: string | null, light: (id: string | null) => void] {
  const [pointed, setLit] = useState<string | null>(null)
  const lit = pressed ?? pointed
  useEffect(() => {
    const follow = ({ target }: Event) => {
      const id = target instanceof Element && target.closest(`[${OF_SERVICE}]`)?.getAttribute(OF_SERVICE)
      if (id) setLit(id)
    }
    const leave = ({ target }: Event) => {
      if (target instanceof Element && target.closest(`[${OF_SERVICE}]`)) setLit(null)
    }
    const listeners = { pointerover: follow, focusin: follow, pointerout: leave, focusout: leave }
    const each = Object.entries(listeners)
    each.forEach(([name, listener]) => document.addEventListener(name, listener))
    return () => each.forEach(([name, listener]) => document.removeEventListener(name, listener))
  }, [])
  useEffect(() => {
    const result = lit === null ? null : document.querySelector(`[${OF_SERVICE}="${CSS.escape(lit)}"]`)
    result?.classList.add(LIT)
    return () => result?.classList.remove(LIT)
  }, [lit])
  return [lit, useCallback((id: string | null) => setLit(id), [])]
}

/** Brings the result of a service into sight beside the map, where the list has it and stands beside. */
export function showInList(id: string): void {
  const result = document.querySelector(`[${OF_SERVICE}="${CSS.escape(id)}"]`)
  if (matchMedia('(min-width: 65.0625em)').matches) result?.scrollIntoView({ block: 'nearest' })
}
