import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { NotificationBanner } from '~/ui/page/notification-banner'

/** Said where the team has an open case of the person already: the way to it, and that nothing was done. */
export function ExistingCase({ caseId, children }: { caseId: string; children: ReactNode }) {
  return (
    <NotificationBanner heading="This person already has an open case">
      <p className="govuk-body">
        <Link className="govuk-notification-banner__link" to={`/cases/${caseId}`}>
          Open the existing case
        </Link>
        . {children}
      </p>
    </NotificationBanner>
  )
}
