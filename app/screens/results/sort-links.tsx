import { KEEP_SCROLL } from '~/ui/page/follow-links'

export interface SortLinkShown {
  text: string
  href: string
  current: boolean
}

/** The orders a list can be in, as links: one press, and no form. Nothing where there is one order. */
export function SortLinks({ sorts }: { sorts: readonly SortLinkShown[] }) {
  if (sorts.length === 0) return null
  return (
    <nav className="tg-sorts tg-screen-only" aria-label="Order of the results">
      <ul className="tg-sorts__list">
        {sorts.map(sort => (
          <li key={sort.text}>
            <a
              className="govuk-link govuk-link--no-visited-state tg-sorts__link"
              href={sort.href}
              aria-current={sort.current ? 'true' : undefined}
              {...KEEP_SCROLL}
            >
              {sort.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
