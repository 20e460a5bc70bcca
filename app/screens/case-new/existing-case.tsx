import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { NotificationBanner } from '~/ui/page/notification-banner'

/** Another open case of the team. */
export interface Existing {
  caseId: string
  /** It has the same prison number; else only the name and the date of birth are the same. */
  isSure: boolean
}

/** Said where the team has an open case of the person already: the way to it, and that nothing was done. */
export function ExistingCase({
  existing: { caseId, isSure },
  children,
}: {
  existing: Existing
  children: ReactNode
}) {
  return (
    <NotificationBanner
      heading={isSure ? 'This person already has an open case' : 'This may be a person with an open case'}
    >
      <p className="govuk-body">
        <Link className="govuk-notification-banner__link" to={`/cases/${caseId}`}>
          Open the existing case
        </Link>
        . {children}
      </p>
    </NotificationBanner>
  )
}
