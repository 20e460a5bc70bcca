import type { SubmissionResult } from '@conform-to/react'

import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import { BackLink } from '~/ui/page/breadcrumbs'
import { CannotRefer, type CannotReferProps } from './cannot-refer'
import { ReferForm, type ReferFormProps } from './refer-form'

interface CaseReferProps extends Omit<ReferFormProps, 'service'> {
  summary: CaseSummaryWords
  service: ReferFormProps['service'] & CannotReferProps['service']
  /** People are nominated for it, not referred to it. */
  isProgramme: boolean
  /** The open referral of this case to the service. */
  referral: CannotReferProps['referral']
  submission?: SubmissionResult<string[]>
}

/** The page that refers a case to one service, or says why it cannot. */
export function CaseReferScreen({ summary, service, isProgramme, referral, ...page }: CaseReferProps) {
  const mayRefer =
    service.referralRoute === 'here' && service.paused === null && !isProgramme && referral === null
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}/search`}>Back to places for this case</BackLink>
      <CaseSummary {...summary} linked />
      {mayRefer ? (
        <ReferForm {...page} service={service} />
      ) : (
        <CannotRefer
          service={service}
          referral={referral}
          nominateAt={isProgramme ? `/cases/${summary.caseId}/nominate/${service.id}` : null}
        />
      )}
    </>
  )
}
