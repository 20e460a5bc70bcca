import type { SubmissionResult } from '@conform-to/react'

import { entryPart } from '~/domain/entry/parts'
import { href } from '~/paths'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { BackLink } from '~/ui/page/breadcrumbs'
import { SummaryList } from '~/ui/summary-list'
import { EntryFields } from './entry-fields'
import type { PartPage } from './facts.server'

/** One page of an entry: its questions, and where a colleague was faster what is saved now. */
export function EntryPartScreen({
  page: { serviceId, name, part, title, start, now, carried },
  submission,
}: {
  page: PartPage
  submission?: SubmissionResult<string[]>
}) {
  const fields = entryPart(part)?.fields ?? []
  const form = formStateOf('entry', submission, start)
  const wasOvertaken = submission !== undefined && submission.initialValue?.version === undefined
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('our-services/:serviceId', { serviceId })}>Back to the entry</BackLink>
        <ErrorSummary
          items={wrongIn(
            form,
            fields.map(field => field.name),
          )}
        />
        <span className="govuk-caption-l">{name}</span>
        <h1 className="govuk-heading-l">{title}</h1>
        {wasOvertaken && (
          <section aria-labelledby="saved-now">
            <h2 className="govuk-heading-m" id="saved-now">
              What is saved now
            </h2>
            <SummaryList rows={now} />
            <h2 className="govuk-heading-m">What you typed</h2>
          </section>
        )}
        <PostForm id={form.formId} noValidate>
          <EntryFields form={form} fields={fields} />
          <HiddenFields values={carried} refused={submission} />
          <Button>Save</Button>
        </PostForm>
      </div>
    </div>
  )
}
