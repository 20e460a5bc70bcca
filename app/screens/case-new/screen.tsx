import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { BackLink } from '~/ui/page/breadcrumbs'
import { NotificationBanner } from '~/ui/page/notification-banner'
import { NewCaseForm } from './new-case-form'

type Submission = SubmissionResult<string[]>

interface CaseNewProps {
  idempotencyKey: string
  /** What came back: to be mended, or beside the open case of the same person. */
  sent?: { submission: Submission } | { conflict: { submission: Submission; existing: string } }
}

/** The page that opens a case. */
export function CaseNewScreen({ idempotencyKey, sent }: CaseNewProps) {
  const conflict = sent && 'conflict' in sent ? sent.conflict : null
  const submission = sent && 'submission' in sent ? sent.submission : conflict?.submission
  return (
    <>
      <BackLink to="/cases">Back to cases</BackLink>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          {conflict && (
            <NotificationBanner heading="This person already has an open case">
              <p className="govuk-body">
                <Link className="govuk-notification-banner__link" to={`/cases/${conflict.existing}`}>
                  Open the existing case
                </Link>
                . Nothing new was made.
              </p>
            </NotificationBanner>
          )}
          <NewCaseForm submission={submission} idempotencyKey={idempotencyKey} />
        </div>
      </div>
    </>
  )
}
