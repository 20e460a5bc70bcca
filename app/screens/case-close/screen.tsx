import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import { BackLink } from '~/ui/page/breadcrumbs'
import { CannotClose } from './cannot-close'
import { CloseCaseForm, type CloseCaseFormProps } from './close-case-form'

interface CaseCloseProps extends Omit<CloseCaseFormProps, 'caseId'> {
  summary: CaseSummaryWords
}

/** The page that closes a case, or says which referrals stand in the way. */
export function CaseCloseScreen({ summary, ...page }: CaseCloseProps) {
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      {page.inTheWay.length > 0 && !page.submission ? (
        <CannotClose referrals={page.inTheWay} />
      ) : (
        <CloseCaseForm caseId={summary.caseId} {...page} />
      )}
    </>
  )
}
