import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { href } from '~/paths'
import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import { Actions, Button, ButtonLink } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { Select } from '~/ui/form/select'
import { BackLink } from '~/ui/page/breadcrumbs'

interface CaseHandOverProps {
  summary: CaseSummaryWords
  prisons: readonly { id: string; name: string }[]
  carried: { idempotencyKey: string; version: number }
  submission?: SubmissionResult<string[]>
}

/** The page that hands a case over to the team of the prison the person moved to. */
export function CaseHandOverScreen({ summary, prisons, carried, submission }: CaseHandOverProps) {
  const form = formStateOf('hand-over', submission)
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary items={wrongIn(form, ['prison'])} />
          <h1 className="govuk-heading-l">Hand the case over</h1>
          <p className="govuk-body">
            For a person who has moved to another prison. That team gets the case with its answers, history
            and referrals, and is told; yours does not read it any more. Open referrals go on, and their
            providers are told which team has them now. Nominations to programmes end. If it was a mistake,
            ring that team: it can hand the case back.
          </p>
          <PostForm id={form.formId} noValidate>
            <Select
              {...fieldOf(form, 'prison')}
              label="Where is the person now?"
              options={prisons.map(({ id, name }) => ({ value: id, text: name }))}
              emptyText="Choose"
            />
            <HiddenFields values={carried} refused={submission} />
            <Actions>
              <Button look="warning">Hand the case over</Button>
              <Link className="govuk-link" to={`/cases/${summary.caseId}`}>
                Cancel and go back
              </Link>
            </Actions>
          </PostForm>
          <h2 className="govuk-heading-m">To a prison outside the region</h2>
          <p className="govuk-body">
            No case is handed over there, for its team is not here. While the person is still to come back to
            the North East, keep the case: its referrals go on, and your team answers them. Else close it,
            with “Transferred” as the reason; referrals that are open are withdrawn first, and nominations end
            with it.
          </p>
          <ButtonLink look="secondary" to={href('cases/:caseId/close', { caseId: summary.caseId })}>
            Close the case
          </ButtonLink>
        </div>
      </div>
    </>
  )
}
