import type { SubmissionResult } from '@conform-to/react'

import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import { BackLink } from '~/ui/page/breadcrumbs'
import { CannotClose, type InTheWayProps } from './cannot-close'
import { CloseCaseForm } from './close-case-form'

interface CaseCloseProps {
  summary: CaseSummaryWords
  inTheWay: InTheWayProps['referrals']
  carried: { idempotencyKey: string; version: number }
  submission?: SubmissionResult<string[]>
}

/** The page that closes a case, or says which referrals stand in the way. */
export function CaseCloseScreen({ summary, inTheWay, carried, submission }: CaseCloseProps) {
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      {inTheWay.length > 0 && !submission ? (
        <CannotClose referrals={inTheWay} />
      ) : (
        <CloseCaseForm
          caseId={summary.caseId}
          carried={carried}
          submission={submission}
          inTheWay={inTheWay}
        />
      )}
    </>
  )
}
