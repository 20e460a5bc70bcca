import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import { ClosingFields } from '~/screens/case-close/closing-fields'
import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { BackLink } from '~/ui/page/breadcrumbs'

interface CaseClosingProps {
  summary: CaseSummaryWords
  kept: { reason: string; note: string }
  carried: { idempotencyKey: string; version: number }
  submission?: SubmissionResult<string[]>
}

/** The page that corrects why a case was closed. */
export function CaseClosingScreen({ summary, kept, carried, submission }: CaseClosingProps) {
  const form = formStateOf('closing', submission, kept)
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary items={wrongIn(form, ['reason', 'note'])} />
          <h1 className="govuk-heading-l">Correct why the case closed</h1>
          <p className="govuk-body">The case stays closed. What was said before stays in its history.</p>
          <PostForm id={form.formId} noValidate>
            <ClosingFields form={form} legend="Why did it close?" />
            <HiddenFields values={carried} refused={submission} />
            <Actions>
              <Button>Save</Button>
              <Link className="govuk-link" to={`/cases/${summary.caseId}`}>
                Cancel and go back
              </Link>
            </Actions>
          </PostForm>
        </div>
      </div>
    </>
  )
}
