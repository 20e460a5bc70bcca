import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { CaseSummary } from '~/screens/case/case-summary'
import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { type FormState, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { HistoryTable } from '~/ui/history'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { Shortlisted } from './facts.server'
import { NoteField } from './note-field'
import { NOT_SHORTLISTED } from './page'

interface CaseShortlistedProps extends Shortlisted {
  submission?: SubmissionResult<string[]>
}

/** The note on one service of a case's shortlist, with what it said before. */
export function CaseShortlistedScreen({
  summary,
  service,
  entry,
  carried,
  submission,
}: CaseShortlistedProps) {
  const form = formStateOf('shortlist', submission, { note: entry?.note ?? undefined })
  const list = `/cases/${summary.caseId}/shortlist`
  return (
    <>
      <BackLink to={list}>Back to the shortlist</BackLink>
      <CaseSummary {...summary} linked />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary items={wrongIn(form, ['note'])} />
          <h1 className="govuk-heading-l">
            {entry ? 'Note on ' : 'Add to the shortlist: '}
            {service.name}
          </h1>
          {entry && <p className="tg-quiet">{entry.added}</p>}
          {submission && entry?.note && (
            <div className="govuk-inset-text tg-typed">The note as it is now: {entry.note}</div>
          )}
          <PostForm id={form.formId} noValidate>
            <NoteField form={form} />
            <HiddenFields
              values={{ ...carried, change: entry ? 'note' : 'add' }}
              refused={isOvertaken(form) ? undefined : submission}
            />
            <Actions>
              <Button>{entry ? 'Save the note' : 'Add to shortlist'}</Button>
              <Link className="govuk-link" to={`/cases/${summary.caseId}/services/${service.id}`}>
                Open the page of the service
              </Link>
            </Actions>
          </PostForm>
          {entry && (
            <PostButton values={{ change: 'remove' }} look="secondary">
              Take off shortlist
            </PostButton>
          )}
          {entry && hasWords(entry) && <StrikeOut version={carried.version} />}
          {entry && entry.earlier.length > 0 && (
            <section>
              <h2 className="govuk-heading-m">What it said before</h2>
              <HistoryTable caption="What the note said before" entries={entry.earlier} />
            </section>
          )}
        </div>
      </div>
    </>
  )
}

function hasWords({ note, earlier }: NonNullable<Shortlisted['entry']>): boolean {
  return note !== null || earlier.some(({ isWords }) => isWords)
}

/** Behind a fold, so that nobody presses it by mistake: what is struck out cannot be brought back. */
function StrikeOut({ version }: { version: number }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">These words should never have been typed</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">
          Striking out removes the note and everything it said before, for good. Who struck it out, and when,
          stays. The service stays on the shortlist.
        </p>
        <PostButton values={{ change: 'strike', version }} look="warning">
          Strike out the note
        </PostButton>
      </div>
    </details>
  )
}

/** Whoever has read what a colleague wrote meanwhile may save over it; any other refusal is of the note as it was drawn. */
function isOvertaken(form: FormState): boolean {
  const said = wrongIn(form, ['note']).map(({ text }) => text)
  return Object.values(NOT_SHORTLISTED).some(words => said.includes(words))
}
