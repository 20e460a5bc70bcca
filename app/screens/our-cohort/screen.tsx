import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { runFields } from '~/domain/run/run-form'
import { href } from '~/paths'
import { EntryFields } from '~/screens/our-entry/entry-fields'
import { AgainTick } from '~/ui/form/again-tick'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { BackLink } from '~/ui/page/breadcrumbs'
import { SummaryList } from '~/ui/summary-list'
import type { CohortPage } from './facts.server'

interface CohortProps {
  page: CohortPage
  submission?: SubmissionResult<string[]>
}

/** One run of a programme: when it is, and its places. */
export function CohortScreen({ page, submission }: CohortProps) {
  const { serviceId, name, dates, runId, isOff, start, now, carried } = page
  const form = formStateOf('run', submission, start)
  const fields = runFields({ confidential: page.hidesPlace })
  const names = [...fields.map(field => field.name), 'again']
  const wasOvertaken = submission !== undefined && submission.initialValue?.version === undefined
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('our-services/:serviceId/cohorts', { serviceId })}>Back to the runs</BackLink>
        <ErrorSummary items={wrongIn(form, names)} />
        <span className="govuk-caption-l">{name}</span>
        <h1 className="govuk-heading-l">{dates === null ? 'Add a run' : `Run from ${dates}`}</h1>
        {isOff ? (
          <p className="govuk-body">This run is cancelled. Put it on again first, then change it.</p>
        ) : (
          <Follows page={page} />
        )}
        {wasOvertaken && runId !== null && (
          <section aria-labelledby="saved-now">
            <h2 className="govuk-heading-m" id="saved-now">
              What is saved now
            </h2>
            <SummaryList rows={now} />
            <h2 className="govuk-heading-m">What you typed</h2>
          </section>
        )}
        {!isOff && (
          <PostForm id={form.formId} noValidate>
            <EntryFields form={form} fields={fields} />
            {page.hidesPlace && (
              <p className="govuk-body">The places of this service are hidden, so no run says where it is.</p>
            )}
            <AgainTick form={form} />
            <HiddenFields values={carried} refused={submission} />
            <Button>{runId === null ? 'Add the run' : 'Save'}</Button>
          </PostForm>
        )}
        {runId !== null && (
          <p className="govuk-body">
            <Link
              className="govuk-link"
              to={href('our-services/:serviceId/cohorts/:cohortId/cancel', { serviceId, cohortId: runId })}
            >
              {isOff ? 'Put this run on again' : 'Cancel this run'}
            </Link>
          </p>
        )}
      </div>
    </div>
  )
}

/** What follows from a change, said before it is made. */
function Follows({ page: { givenHere, named, runId } }: Pick<CohortProps, 'page'>) {
  if (runId === null || (givenHere === 0 && named === 0)) return null
  return (
    <ul className="govuk-list govuk-list--bullet">
      {givenHere > 0 && (
        <li>Places given here: {givenHere}. The run never has fewer places than are taken.</li>
      )}
      {named > 0 && (
        <li>
          Nominated here and not begun: {named}. Their teams are told where its days, its time or its place
          change.
        </li>
      )}
    </ul>
  )
}
