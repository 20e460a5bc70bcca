import { useLocation } from '@remix-run/react'
import { type RefObject, useEffect, useRef } from 'react'

/**
 * After a chip, a filter or Next, which load no document, the focus goes to the head of the results: what was pressed may be gone. Where
 * part of the search is wrong, the summary that says so has it.
 */
export function useFocusOnResults<Head extends HTMLElement>(isWrong: boolean): RefObject<Head> {
  const head = useRef<Head>(null)
  const { search } = useLocation()
  const shown = useRef(search)
  useEffect(() => {
    if (shown.current === search) return
    shown.current = search
    if (!isWrong) head.current?.focus()
  }, [search, isWrong])
  return head
}
