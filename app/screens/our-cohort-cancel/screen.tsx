import type { SubmissionResult } from '@conform-to/react'

import { CANCEL_REASONS } from '~/domain/programme/cancelled-run'
import { href } from '~/paths'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { CancelPage } from './facts.server'

interface CancelProps {
  page: CancelPage
  submission?: SubmissionResult<string[]>
}

/** The page that cancels a run or puts it on again, and says what follows. */
export function CancelScreen({ page, submission }: CancelProps) {
  const { serviceId, name, dates, cancelled } = page
  const form = formStateOf('cancel', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('our-services/:serviceId/cohorts', { serviceId })}>Back to the runs</BackLink>
        <ErrorSummary items={wrongIn(form, ['reason'])} />
        <span className="govuk-caption-l">
          {name}: {dates}
        </span>
        {cancelled === null ? (
          <Cancelling page={page} submission={submission} />
        ) : (
          <PuttingOn page={page} submission={submission} />
        )}
      </div>
    </div>
  )
}

function Cancelling({ page: { named, begun, carried }, submission }: CancelProps) {
  const form = formStateOf('cancel', submission)
  return (
    <>
      <h1 className="govuk-heading-l">Cancel this run</h1>
      {begun > 0 ? (
        <p className="govuk-body">
          {begun} {begun === 1 ? 'person has' : 'people have'} started in this run, so it took place: it
          cannot be cancelled. Say of each how it ended instead, on the nomination.
        </p>
      ) : (
        <>
          <p className="govuk-body">
            Nobody finds it any more or can be nominated for it. It stays among your runs, and you can put it
            on again.
          </p>
          <p className="govuk-body">{namedWords(named)}</p>
          <PostForm id={form.formId} noValidate>
            <Radios
              {...fieldOf(form, 'reason')}
              legend="Why is it cancelled?"
              hint={named > 0 ? 'The teams of those who were nominated read it' : undefined}
              small
              choices={choicesOf(CANCEL_REASONS)}
            />
            <HiddenFields values={{ ...carried, intent: 'cancel' }} refused={submission} />
            <Button look="warning">Cancel the run</Button>
          </PostForm>
        </>
      )}
    </>
  )
}

function namedWords(named: number): string {
  if (named === 0) return 'Nobody is nominated for it.'
  const who =
    named === 1 ? '1 person is nominated for it, and loses' : `${named} people are nominated for it, and lose`
  return `${who} the place if there was one. What was checked stays; the prison’s team is told, and can choose another run.`
}

function PuttingOn({ page: { cancelled, named, carried }, submission }: CancelProps) {
  return (
    <>
      <h1 className="govuk-heading-l">Put this run on again</h1>
      <p className="govuk-body">It is cancelled: {cancelled?.toLowerCase()}.</p>
      {named > 0 && (
        <p className="govuk-body">
          {named} {named === 1 ? 'person is' : 'people are'} still nominated for it. Their teams are told.
          Places that were given before are given again on each nomination, by “Take the last step back”.
        </p>
      )}
      <PostForm id="restore" noValidate>
        <HiddenFields values={{ ...carried, intent: 'restore' }} refused={submission} />
        <Button>Put it on again</Button>
      </PostForm>
    </>
  )
}
