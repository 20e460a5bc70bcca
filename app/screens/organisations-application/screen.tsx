import type { SubmissionResult } from '@conform-to/react'

import { href } from '~/paths'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Textarea } from '~/ui/form/textarea'
import { BackLink } from '~/ui/page/breadcrumbs'
import { SummaryList } from '~/ui/summary-list'
import type { ApplicationPage } from './facts.server'

const DECISIONS = [
  { value: 'approved', text: 'Approve it: whoever applied is invited' },
  { value: 'refused', text: 'Refuse it' },
]

/** One organisation that asks to join. */
export function ApplicationScreen({
  page: { name, rows, carried },
  submission,
}: {
  page: ApplicationPage
  submission?: SubmissionResult<string[]>
}) {
  const form = formStateOf('application', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('approvals', {})}>Back to what waits</BackLink>
        <ErrorSummary items={wrongIn(form, ['decision', 'words'])} />
        <span className="govuk-caption-l">Asks to join</span>
        <h1 className="govuk-heading-l">{name}</h1>
        <SummaryList rows={rows} />
        <PostForm id={form.formId} noValidate>
          <Radios {...fieldOf(form, 'decision')} legend="What do you decide?" small choices={DECISIONS} />
          <Textarea
            {...fieldOf(form, 'words')}
            label="Why, where you refuse it"
            hint="Kept with the decision. Ring or write to whoever applied: no email is sent"
          />
          <HiddenFields values={carried} refused={submission} />
          <Button>Decide</Button>
        </PostForm>
      </div>
    </div>
  )
}
