import type { SubmissionResult } from '@conform-to/react'

import type { CaseBasicsKept } from '~/domain/case/history/case-fields'
import type { StatusChange } from '~/domain/case/record/person-form'
import type { Day } from '~/domain/time/calendar'
import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import type { PersonFormProps } from '~/screens/case-person/person-form'
import { BackLink } from '~/ui/page/breadcrumbs'
import { compareStatus, statusFormValue } from './page'
import { StatusForm } from './status-form'

type Submission = SubmissionResult<string[]>

interface CaseStatusProps {
  summary: CaseSummaryWords
  /** What is kept. */
  basics: CaseBasicsKept
  releaseOn: Day | null
  carried: PersonFormProps['carried']
  /** What came back: to be mended, to say who may be told, or beside what a colleague saved first. */
  sent?:
    | { submission: Submission }
    | { asking: { submission: Submission } & NonNullable<PersonFormProps['asking']> }
    | { conflict: { submission: Submission; yours: StatusChange } }
}

/** The page that says why a person is in prison now. */
export function CaseStatusScreen({ summary, basics, releaseOn, carried, sent }: CaseStatusProps) {
  const asking = sent && 'asking' in sent ? sent.asking : null
  const conflict = sent && 'conflict' in sent ? sent.conflict : null
  const submission = sent && 'submission' in sent ? sent.submission : (conflict ?? asking)?.submission
  const kept = { ...basics, releaseOn }
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <StatusForm
            caseId={summary.caseId}
            submission={submission}
            kept={statusFormValue(kept)}
            carried={carried}
            compared={conflict && compareStatus(conflict.yours, kept)}
            asking={asking}
          />
        </div>
      </div>
    </>
  )
}
