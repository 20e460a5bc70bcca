import { Link } from '@remix-run/react'

import { href } from '~/paths'

/** Where the old words of an entry, its policy and its rooms are struck out: its one history. */
export function StrikeInHistory({ serviceId }: { serviceId: string }) {
  return (
    <p className="govuk-body">
      <Link className="govuk-link" to={href('our-services/:serviceId/history', { serviceId })}>
        Strike out old words that should never have been typed, in the history of the entry
      </Link>
    </p>
  )
}
