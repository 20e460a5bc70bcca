import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { REFUSAL_REASONS } from '~/domain/organisation/refusal-reasons'
import { href } from '~/paths'
import { RecordHistory } from '~/screens/record-history/record-history'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Textarea } from '~/ui/form/textarea'
import { BackLink } from '~/ui/page/breadcrumbs'
import { SummaryList } from '~/ui/summary-list'
import { WarningText } from '~/ui/warning-text'
import { Correcting } from './correcting'
import type { ApplicationPage } from './facts.server'

const DECISIONS = [
  { value: 'approved', text: 'Approve it: whoever applied is invited' },
  { value: 'refused', text: 'Refuse it' },
]

const CORRECTED = [
  ...['name', 'kind', 'authorityCode', 'runs'],
  ...['applicantName', 'applicantEmail', 'applicantPhone', 'words'],
]

interface ApplicationProps {
  page: ApplicationPage
  submission?: SubmissionResult<string[]>
}

/** One organisation that asks to join, and how it was decided. */
export function ApplicationScreen({ page, submission }: ApplicationProps) {
  const { name, names, organisationId, rows, decision } = page
  const isCorrecting = submission?.initialValue?.intent === 'correct'
  const form = formStateOf(isCorrecting ? 'correct' : 'application', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('approvals', {})}>Back to what waits</BackLink>
        <ErrorSummary items={wrongIn(form, isCorrecting ? CORRECTED : ['decision', 'reason', 'words'])} />
        <span className="govuk-caption-l">{decision ? 'Asked to join' : 'Asks to join'}</span>
        <h1 className="govuk-heading-l">{name}</h1>
        {names.length > 0 && (
          <WarningText>
            An organisation of this name is here already: {names.join(', ')}. If it is the same, refuse this
            one: its manager can invite whoever applied.
          </WarningText>
        )}
        <SummaryList rows={rows} />
        {decision && (
          <>
            <h2 className="govuk-heading-m">How it was decided</h2>
            <SummaryList rows={decision} />
          </>
        )}
        {organisationId === null ? (
          <Deciding page={page} submission={isCorrecting ? undefined : submission} />
        ) : (
          <Approved organisationId={organisationId} again={page.again} />
        )}
        <Correcting page={page} submission={isCorrecting ? submission : undefined} />
        <h2 className="govuk-heading-m">History</h2>
        <RecordHistory caption="History of the application" changes={page.changes} carried={page.striking} />
      </div>
    </div>
  )
}

function Deciding({ page: { decision, sendsMail, carried }, submission }: ApplicationProps) {
  const form = formStateOf('application', submission)
  return (
    <section>
      {decision && <h2 className="govuk-heading-m">Decide it again</h2>}
      <PostForm id={form.formId} noValidate>
        <Radios {...fieldOf(form, 'decision')} legend="What do you decide?" small choices={DECISIONS} />
        <Radios
          {...fieldOf(form, 'reason')}
          legend="If you refuse it: why"
          hint={
            sendsMail
              ? 'Whoever applied is emailed the words you choose here, and no others'
              : 'No email is sent from here: ring whoever applied'
          }
          small
          choices={choicesOf(REFUSAL_REASONS)}
        />
        <Textarea
          {...fieldOf(form, 'words')}
          label="Anything to keep with the decision (optional)"
          hint="Read by editors and administrators alone"
        />
        <HiddenFields values={carried} refused={submission} />
        <Button>Decide</Button>
      </PostForm>
    </section>
  )
}

function Approved({ organisationId, again }: { organisationId: string; again: ApplicationPage['again'] }) {
  return (
    <>
      <p className="govuk-body">
        <Link className="govuk-link" to={href('organisations/:organisationId', { organisationId })}>
          See the organisation
        </Link>
      </p>
      <p className="govuk-body">
        Whoever applied was invited as its first person. As long as nobody has joined, they can be invited
        again: the invitation before opens nothing then.
      </p>
      <PostButton look="secondary" values={again}>
        Invite them again
      </PostButton>
    </>
  )
}
