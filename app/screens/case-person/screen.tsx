import type { SubmissionResult } from '@conform-to/react'

import type { CaseBasicsKept } from '~/domain/case/history/case-fields'
import type { PersonCorrected } from '~/domain/case/record/person-form'
import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import { type Existing, ExistingCase } from '~/screens/case-new/existing-case'
import { BackLink } from '~/ui/page/breadcrumbs'
import { comparePerson, personFormValue } from './page'
import { PersonForm, type PersonFormProps } from './person-form'

type Submission = SubmissionResult<string[]>

interface CasePersonProps {
  summary: CaseSummaryWords
  /** What is kept. */
  basics: CaseBasicsKept
  carried: PersonFormProps['carried']
  /** What came back: to be mended, to say who may be told, beside another open case, or beside what a colleague saved first. */
  sent?:
    | { submission: Submission }
    | { asking: { submission: Submission } & NonNullable<PersonFormProps['asking']> }
    | { existing: Existing; submission: Submission }
    | { conflict: { submission: Submission; yours: PersonCorrected } }
}

/** The page that corrects who a case is of. */
export function CasePersonScreen({ summary, basics, carried, sent }: CasePersonProps) {
  const asking = sent && 'asking' in sent ? sent.asking : null
  const conflict = sent && 'conflict' in sent ? sent.conflict : null
  const submission = sent && 'submission' in sent ? sent.submission : (conflict ?? asking)?.submission
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          {sent && 'existing' in sent && (
            <ExistingCase existing={sent.existing}>Nothing was corrected.</ExistingCase>
          )}
          <PersonForm
            caseId={summary.caseId}
            submission={submission}
            kept={personFormValue(basics)}
            carried={carried}
            compared={conflict && comparePerson(conflict.yours, basics)}
            asking={asking}
          />
        </div>
      </div>
    </>
  )
}
