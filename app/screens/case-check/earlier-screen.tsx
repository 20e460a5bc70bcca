import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { BECAUSE_LABELS } from '~/domain/outcome/check-form'
import { CaseSummary } from '~/screens/case/case-summary'
import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { HistoryTable } from '~/ui/history'
import { BackLink } from '~/ui/page/breadcrumbs'
import { EarlierAnswer } from './earlier-answer'
import type { EarlierShown } from './facts.server'

/** One answer that was replaced, and why it was: the reason alone can be said anew. */
export function EarlierCheckScreen({
  summary,
  back,
  entry,
  because,
  carried,
  submission,
}: EarlierShown & { submission?: SubmissionResult<string[]> }) {
  const form = formStateOf('relabel', submission, { because })
  return (
    <>
      <BackLink to={back}>Back to the check</BackLink>
      <CaseSummary {...summary} linked />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary items={wrongIn(form, ['because'])} />
          <h1 className="govuk-heading-l">What was recorded before</h1>
          <HistoryTable
            caption="What was recorded before"
            entries={[{ ...entry, what: <EarlierAnswer {...entry} /> }]}
          />
          <PostForm id={form.formId} noValidate>
            <Radios
              {...fieldOf(form, 'because')}
              legend="Why does it no longer stand?"
              hint="The answer stays in the history either way. What should not count is left out of the figures"
              small
              choices={choicesOf(BECAUSE_LABELS)}
            />
            <HiddenFields values={carried} refused={submission} />
            <Actions>
              <Button>Save</Button>
              <Link className="govuk-link" to={back}>
                Cancel and go back
              </Link>
            </Actions>
          </PostForm>
        </div>
      </div>
    </>
  )
}
