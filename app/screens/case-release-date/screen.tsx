import type { SubmissionResult } from '@conform-to/react'

import { compareRelease, type ReleaseKept, releaseFormValue } from '~/domain/case/release/compare-release'
import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import { BackLink } from '~/ui/page/breadcrumbs'
import { MoveReleaseDateForm } from './move-release-date-form'

type Submission = SubmissionResult<string[]>

interface CaseReleaseDateProps {
  summary: CaseSummaryWords
  /** The release as it is kept. */
  now: ReleaseKept
  carried: { idempotencyKey: string; version: number }
  /** What came back: to be mended, or beside what a colleague saved first. */
  sent?: { submission: Submission } | { conflict: { submission: Submission; yours: ReleaseKept } }
}

/** The page that moves the release date of a case. */
export function CaseReleaseDateScreen({ summary, now, carried, sent }: CaseReleaseDateProps) {
  const conflict = sent && 'conflict' in sent ? sent.conflict : null
  const submission = sent && 'submission' in sent ? sent.submission : conflict?.submission
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <MoveReleaseDateForm
            submission={submission}
            kept={releaseFormValue(now)}
            carried={carried}
            compared={conflict && compareRelease(conflict.yours, now)}
          />
        </div>
      </div>
    </>
  )
}
