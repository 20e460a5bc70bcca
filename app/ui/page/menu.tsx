import { type ReactNode, useRef } from 'react'

import { opens, POPOVER, useClosedOnNewPage } from '~/ui/popover'

const MENU = 'menu'

/**
 * On a phone the navigation behind a button, so that a page begins with what it is about; on a wide screen the navigation itself. The
 * browser opens and closes it; one that knows no popovers shows it all.
 */
export function Menu({ children }: { children: ReactNode }) {
  const menu = useRef<HTMLDivElement>(null)
  useClosedOnNewPage(menu)
  return (
    <>
      <button type="button" className="tg-menu__button" {...opens(MENU)}>
        Menu
      </button>
      <div id={MENU} className="tg-menu" ref={menu} {...POPOVER}>
        {children}
        <button type="button" className="tg-menu__button" {...opens(MENU)}>
          Close menu
        </button>
      </div>
    </>
  )
}
