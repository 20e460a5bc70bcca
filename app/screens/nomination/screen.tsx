import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { JUSTIFICATIONS, LICENCE_LABELS } from '~/domain/nomination/nomination'
import { Card } from '~/ui/card'
import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, type FormState, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { HistoryTable } from '~/ui/history'
import { BackLink } from '~/ui/page/breadcrumbs'
import { SummaryList } from '~/ui/summary-list'
import { WarningText } from '~/ui/warning-text'
import type { NominationPage } from './facts.server'

interface NominationProps extends NominationPage {
  submission?: SubmissionResult<string[]>
}

/** One nomination: where it stands, what happened, and what the reader's side may do now. */
export function NominationScreen({ submission, programme, caseId, ...page }: NominationProps) {
  const form = formStateOf('step', submission, page.said)
  return (
    <>
      <BackLink to={caseId === null ? '/nominations' : `/cases/${caseId}`}>
        {caseId === null ? 'Back to nominations' : 'Back to the case'}
      </BackLink>
      <ErrorSummary items={wrongIn(form, ['leftReason', 'licence', 'run', 'justification'])} />
      <h1 className="govuk-heading-l">Nomination for {programme.name}</h1>
      <p className="govuk-inset-text">{page.standing}</p>
      {page.changed && <WarningText>{page.changed}.</WarningText>}
      <div className="tg-columns tg-columns--aside">
        <div>
          <SummaryList rows={page.rows} />
          <p className="govuk-body">
            <Link className="govuk-link" to={`/services/${programme.id}`}>
              The programme in the directory
            </Link>
          </p>
          <h2 className="govuk-heading-m">What happened</h2>
          <HistoryTable caption="What happened" entries={page.steps} />
        </div>
        <Card title="What now?">
          <Steps page={page} form={form} submission={submission} />
        </Card>
      </div>
    </>
  )
}

interface StepsProps {
  page: Omit<NominationProps, 'submission' | 'programme' | 'caseId'>
  form: FormState
  submission: NominationProps['submission']
}

function Steps({ page, form, submission }: StepsProps) {
  // Several forms share the page: what was refused is kept in the one that was sent.
  const sent = submission?.initialValue?.event
  const refusedAs = (event: string) => (sent === undefined || sent === event ? submission : null)
  const { taps, reasons, runs, mayJustify, mayLicence, mayTakeBack, carried } = page
  return (
    <>
      {taps.length > 0 && (
        <Actions stacked>
          {taps.map(({ event, wording }, at) => (
            <PostButton key={event} values={{ ...carried, event }} look={at === 0 ? 'primary' : 'secondary'}>
              {wording}
            </PostButton>
          ))}
        </Actions>
      )}
      {mayLicence && (
        <PostForm id="licence" noValidate>
          <Radios
            {...fieldOf(form, 'licence')}
            legend="Temporary licence"
            small
            choices={choicesOf(LICENCE_LABELS)}
          />
          <HiddenFields values={{ ...carried, event: 'licence' }} refused={refusedAs('licence')} />
          <Button look="secondary">Save</Button>
        </PostForm>
      )}
      {runs.length > 0 && (
        <PostForm id="run" noValidate>
          <Radios {...fieldOf(form, 'run')} legend="Change to another run" small choices={runs} />
          <HiddenFields values={{ ...carried, event: 'change_run' }} refused={refusedAs('change_run')} />
          <Button look="secondary">Change the run</Button>
        </PostForm>
      )}
      {mayJustify && (
        <PostForm id="justification" noValidate>
          <Radios
            {...fieldOf(form, 'justification')}
            legend="Why nominated all the same?"
            small
            choices={choicesOf(JUSTIFICATIONS)}
          />
          <HiddenFields values={{ ...carried, event: 'justify' }} refused={refusedAs('justify')} />
          <Button look="secondary">Save why</Button>
        </PostForm>
      )}
      {reasons.length > 0 && (
        <PostForm id={form.formId} noValidate>
          <Radios
            {...fieldOf(form, 'leftReason')}
            legend="Left, or not reached: why?"
            small
            choices={reasons}
          />
          <HiddenFields values={{ ...carried, event: 'leave' }} refused={refusedAs('leave')} />
          <Button look="secondary">Save as left</Button>
        </PostForm>
      )}
      {mayTakeBack && (
        <PostButton values={{ ...carried, event: 'take_back' }} look="secondary">
          Take the last step back
        </PostButton>
      )}
      {taps.length + reasons.length === 0 && !mayTakeBack && <p className="govuk-body">Nothing to do.</p>}
    </>
  )
}
