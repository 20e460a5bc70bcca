import { Link, useLocation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'

import { PostButton } from '../form/post-button'
import { NotificationBanner } from './notification-banner'
import { useFollowLinks } from './follow-links'
import { SiteFooter, type FooterLink, type UrgentHelpline } from './site-footer'
import { SiteHeader, type SiteHeaderProps } from './site-header'

interface Done {
  words: string
  links: readonly { text: string; href: string }[]
  /** By which it can be taken back. */
  button?: { text: string; action: string; values: Readonly<Record<string, string>> } | undefined
}

export interface PageFrameProps extends SiteHeaderProps {
  demonstration: boolean
  /** When a signed-in page was drawn: '22 November 2026 at 10:00'. */
  asOf: string | null
  /** What is printed may hold personal data, and is marked so. */
  holdsPersons: boolean
  footerLinks: readonly FooterLink[]
  /** Numbers for somebody who cannot wait, on pages for anybody; none for who is signed in. */
  helplines: readonly UrgentHelpline[]
  /** What has just been done, said once, and where it leads on. */
  done: Done | null
  children: ReactNode
}

/** What stands round every page: skip link, banner, header, what was just done, main, footer. */
export function PageFrame({
  demonstration,
  asOf,
  holdsPersons,
  footerLinks,
  helplines,
  done,
  children,
  ...header
}: PageFrameProps) {
  const main = useFocusOnNewPage()
  useFollowLinks()
  return (
    <>
      <a href="#main-content" className="govuk-skip-link">
        Skip to main content
      </a>
      <header>
        {demonstration && (
          <p className="tg-demonstration">
            Demonstration: every person, provider and vacancy here is fictional
          </p>
        )}
        <SiteHeader {...header} />
      </header>
      <div className="govuk-width-container">
        {asOf && (
          <p className="tg-print-only tg-marking">
            {holdsPersons && <strong>Personal data: keep secure. </strong>}Printed by {header.person},{' '}
            {header.organisation}. As it stood on {asOf}.
          </p>
        )}
        <main className="govuk-main-wrapper" id="main-content" tabIndex={-1} ref={main}>
          {done && (
            <NotificationBanner kind="success" heading={done.words}>
              {done.links.map(({ text, href }) => (
                <p key={href} className="govuk-body">
                  <Link className="govuk-notification-banner__link" to={href}>
                    {text}
                  </Link>
                </p>
              ))}
              {done.button && (
                <PostButton look="link" action={done.button.action} values={done.button.values}>
                  {done.button.text}
                </PostButton>
              )}
            </NotificationBanner>
          )}
          {children}
        </main>
      </div>
      <SiteFooter footerLinks={footerLinks} helplines={helplines} />
    </>
  )
}

/** A page reached without loading a document takes the focus, as a loaded one does, so that screen readers start at its top. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}
