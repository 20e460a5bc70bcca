import { useLocation } from '@remix-run/react'
import { type RefObject, useEffect } from 'react'

/** What React does not know yet of a part that its browser opens and closes, without JavaScript too. */
export const POPOVER = { popover: 'auto' }

/** On a button: opens and closes the part with that id. */
export function opens(id: string): Record<string, string> {
  return { popovertarget: id }
}

/** A page reached without loading a document keeps what was open: this closes it. */
export function useClosedOnNewPage(part: RefObject<HTMLElement>): void {
  const { key } = useLocation()
  useEffect(() => {
    const popover: (HTMLElement & { hidePopover?: () => void }) | null = part.current
    popover?.hidePopover?.()
  }, [part, key])
}
