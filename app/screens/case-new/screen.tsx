import type { SubmissionResult } from '@conform-to/react'
import { BackLink } from '~/ui/page/breadcrumbs'
import { type Existing, ExistingCase } from './existing-case'
import { NewCaseForm } from './new-case-form'

type Submission = SubmissionResult<string[]>

interface CaseNewProps {
  idempotencyKey: string
  /** What came back: to be mended, or beside the open case of the same person. */
  sent?: { submission: Submission } | { conflict: { submission: Submission; existing: Existing } }
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
          {conflict && <ExistingCase existing={conflict.existing}>Nothing new was made.</ExistingCase>}
          <NewCaseForm submission={submission} idempotencyKey={idempotencyKey} />
        </div>
      </div>
    </>
  )
}
