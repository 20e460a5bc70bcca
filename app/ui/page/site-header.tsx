import { useLocation } from '@remix-run/react'

import { Menu } from './menu'
import { LeavePage } from './leave-page'
import { DoorMark } from './door-mark'
import { PostForm } from '~/ui/form/post-form'

export interface NavigationItem {
  href: string
  text: string
  /** Another section that belongs to it. */
  covers?: string
  /** Waiting there: 'Notices (2)'. Nought is not shown. */
  count?: number
}

export interface SiteHeaderProps {
  navigation: readonly NavigationItem[]
  /** Who is signed in; null for the public. */
  person: string | null
  organisation: string | null
  /** Nobody is signed in: there is a quick way out. */
  isPublic: boolean
}

/** The name, where one can go, and who is signed in. The same on every page. */
export function SiteHeader({ navigation, person, organisation, isPublic }: SiteHeaderProps) {
  return (
    <div className="tg-header">
      <div className="govuk-width-container tg-header__bar">
        <a href="/" className="tg-header__home">
          <DoorMark />
          Throughgate
        </a>
        {isPublic ? (
          <>
            <Menu>
              <Navigation items={navigation} />
            </Menu>
            <LeavePage />
          </>
        ) : (
          <Navigation items={navigation} />
        )}
        {person && (
          <div className="tg-header__person">
            <a href="/account" className="tg-header__account">
              <span className="tg-header__person-name">
                {[person, organisation].filter(Boolean).join(' · ')}
              </span>
              <span className="tg-header__person-short">Your account</span>
            </a>
            <PostForm action="/sign-out">
              <button type="submit" className="tg-header__sign-out">
                Sign out
              </button>
            </PostForm>
          </div>
        )}
      </div>
    </div>
  )
}

/** The item whose address is this page's or the longest start of it; none on pages outside the navigation. */
export function currentItem(items: readonly NavigationItem[], pathname: string): NavigationItem | undefined {
  return items
    .filter(
      ({ href, covers }) =>
        pathname === href ||
        (href !== '/' && pathname.startsWith(`${href}/`)) ||
        (covers !== undefined && pathname.startsWith(`${covers}/`)),
    )
    .sort((a, b) => b.href.length - a.href.length)[0]
}

function Navigation({ items }: { items: readonly NavigationItem[] }) {
  const { pathname } = useLocation()
  if (items.length === 0) return null
  const current = currentItem(items, pathname)
  return (
    <nav className="tg-header__navigation" aria-label="Throughgate">
      <ul className="tg-header__list">
        {items.map(item => (
          <li key={item.href}>
            <a
              className="tg-header__link"
              href={item.href}
              aria-current={ariaCurrent(item === current, item.href === pathname)}
            >
              {item.text}
              {item.count ? ` (${item.count})` : ''}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** 'page' on the page itself, 'true' on the pages below it. */
function ariaCurrent(isCurrent: boolean, isPage: boolean): 'page' | 'true' | undefined {
  if (!isCurrent) return undefined
  return isPage ? 'page' : 'true'
}
