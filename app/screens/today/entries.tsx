import { Link } from '@remix-run/react'

import type { EntryLine } from './facts.server'

/** What waits in one's own entries: a first one to add, drafts, what is paused, what somebody says is wrong. */
export function EntryLines({ lines }: { lines: readonly EntryLine[] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Your entries in the directory</h2>
      <ul className="govuk-list">
        {lines.map(({ to, link, words }) => (
          <li key={to}>
            <Link className="govuk-link" to={to}>
              {link}
            </Link>
            : {words}
          </li>
        ))}
      </ul>
    </section>
  )
}
