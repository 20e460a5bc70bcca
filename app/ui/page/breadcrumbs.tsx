import { Link } from '@remix-run/react'

export interface Crumb {
  text: string
  /** Left out for the page itself. */
  to?: string
}

/** Where this page stands, from the top down. Above the h1, inside main. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {crumbs.map(crumb => (
          <li
            key={crumb.text}
            className="govuk-breadcrumbs__list-item"
            aria-current={crumb.to === undefined ? 'page' : undefined}
          >
            {crumb.to === undefined ? (
              crumb.text
            ) : (
              <Link className="govuk-breadcrumbs__link" to={crumb.to}>
                {crumb.text}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** One step up, on pages that belong to a task. */
export function BackLink({ to, children = 'Back' }: { to: string; children?: string }) {
  return (
    <Link className="govuk-back-link" to={to}>
      {children}
    </Link>
  )
}
