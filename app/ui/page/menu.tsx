import { useLocation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'

const MENU = 'menu'

/**
 * On a phone the navigation behind a button, so that a page begins with what it is about; on a wide screen the navigation itself. The
 * browser opens and closes it, without JavaScript too; one that knows no popovers shows it all.
 */
export function Menu({ children }: { children: ReactNode }) {
  const menu = useRef<HTMLDivElement & { hidePopover?: () => void }>(null)
  const { key } = useLocation()
  // A page reached without loading a document keeps what was open.
  useEffect(() => menu.current?.hidePopover?.(), [key])
  return (
    <>
      <button type="button" className="tg-menu__button" {...{ popovertarget: MENU }}>
        Menu
      </button>
      <div id={MENU} className="tg-menu" ref={menu} {...{ popover: 'auto' }}>
        {children}
        <button type="button" className="tg-menu__button" {...{ popovertarget: MENU }}>
          Close menu
        </button>
      </div>
    </>
  )
}
