import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { EntryFields } from '~/screens/our-entry/entry-fields'
import { RecordHistory } from '~/screens/record-history/record-history'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { SummaryList } from '~/ui/summary-list'
import type { OrganisationPage } from './facts.server'

/** One organisation: what is kept of it, to be changed, and its history. */
export function OrganisationScreen({
  page,
  submission,
}: {
  page: OrganisationPage
  submission?: SubmissionResult<string[]>
}) {
  const { name, kind, isClosed, application, mayClose, fields, start, now, changes, carried } = page
  const form = formStateOf('organisation', submission, start)
  const wasOvertaken = submission !== undefined && submission.initialValue?.version === undefined
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary
          items={wrongIn(
            form,
            fields.map(field => field.name),
          )}
        />
        <span className="govuk-caption-l">{isClosed ? `${kind}, closed` : kind}</span>
        <h1 className="govuk-heading-l">{name}</h1>
        {wasOvertaken && (
          <>
            <h2 className="govuk-heading-m">What is saved now</h2>
            <SummaryList rows={now} />
          </>
        )}
        <PostForm id={form.formId} noValidate>
          <EntryFields form={form} fields={fields} />
          <HiddenFields values={carried} refused={submission} />
          <Button>Save</Button>
        </PostForm>
        {application && (
          <section>
            <h2 className="govuk-heading-m">Who applied for it</h2>
            <SummaryList rows={application.rows} />
            <p className="govuk-body">
              <Link className="govuk-link" to={application.to}>
                See the application, and invite them again
              </Link>
            </p>
          </section>
        )}
        {mayClose && <Closing {...page} />}
        <h2 className="govuk-heading-m">History</h2>
        <RecordHistory caption="History of the organisation" changes={changes} carried={page.striking} />
      </div>
    </div>
  )
}

/** Closing it, or what keeps it open. */
function Closing({ name, isClosed, keptOpen, closing }: OrganisationPage) {
  if (isClosed)
    return (
      <PostButton look="secondary" about={name} values={{ ...closing, intent: 'open' }}>
        Open it again
      </PostButton>
    )
  return (
    <section>
      <h2 className="govuk-heading-m">Close it</h2>
      {keptOpen ? (
        <p className="govuk-body">{keptOpen}.</p>
      ) : (
        <>
          <p className="govuk-body">
            Its people are signed out at once and cannot sign in, and its invitations let nobody in, until it
            is opened again.
          </p>
          <PostButton look="warning" about={name} values={{ ...closing, intent: 'close' }}>
            Close this organisation
          </PostButton>
        </>
      )}
    </section>
  )
}
