import type { SubmissionResult } from '@conform-to/react'

import { AGREED_LABELS, TAKE_BACK_LABELS } from '~/domain/nobody-fits/nobody-fits'
import { CaseSummary } from '~/screens/case/case-summary'
import { Card } from '~/ui/card'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, type FormState, formStateOf, startOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Tick } from '~/ui/form/tick'
import { HistoryTable } from '~/ui/history'
import { BackLink } from '~/ui/page/breadcrumbs'
import { SummaryList } from '~/ui/summary-list'
import { CorrectEnd, endedForm } from '~/screens/queue/correct-end'
import type { NobodyFitsShown } from './facts.server'

interface CaseNobodyFitsProps extends NobodyFitsShown {
  submission?: SubmissionResult<string[]>
}

/** Where nobody fits: what was tried, what the person says to the coordinator, and what became of it. */
export function CaseNobodyFitsScreen({ summary, submission, ...page }: CaseNobodyFitsProps) {
  const corrected = endedForm(submission)
  const form = formStateOf('nobody-fits', corrected ? undefined : submission)
  const { standing } = page
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      <div className="tg-columns tg-columns--aside">
        <div>
          <ErrorSummary
            items={corrected ? wrongIn(corrected, ['why']) : wrongIn(form, ['agreed', 'sureOf', 'why'])}
          />
          <h1 className="govuk-heading-l">Nobody fits</h1>
          {standing && <p className="govuk-inset-text">{standing.words}</p>}
          <h2 className="govuk-heading-m">What was tried</h2>
          <SummaryList rows={page.tried} />
          {page.answers.length > 0 && (
            <>
              <h2 className="govuk-heading-m">What the coordinator wrote</h2>
              <HistoryTable caption="What the coordinator wrote" entries={page.answers} />
            </>
          )}
          {standing?.agreed === 'yes' ? (
            <TakeBack form={form} carried={page.carried} />
          ) : (
            <Send form={form} carried={page.carried} places={page.places} />
          )}
          {page.earlier.length > 0 && (
            <>
              <h2 className="govuk-heading-m">Before</h2>
              <ul className="govuk-list govuk-list--bullet">
                {page.earlier.map(({ id, words, correct }) => (
                  <li key={id}>
                    {words}
                    {correct && (
                      <CorrectEnd carried={correct} labels={TAKE_BACK_LABELS} submission={submission} />
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <Card title="What the coordinator reads">
          <p className="govuk-body">With the person’s yes: this, and whom of your team to ring.</p>
          <SummaryList rows={page.preview} />
          <h3 className="govuk-heading-s">What was tried, as the coordinator reads it</h3>
          <SummaryList rows={page.triedPreview} />
        </Card>
      </div>
    </>
  )
}

interface FormProps {
  form: FormState
  carried: { idempotencyKey: string }
}

function Send({ form, carried, places }: FormProps & Pick<NobodyFitsShown, 'places'>) {
  return (
    <PostForm id={form.formId} noValidate>
      <Radios
        {...fieldOf(form, 'agreed')}
        legend="Does the person agree that the regional coordinator reads it?"
        hint="With a no it counts as need, and nobody is sent it. A no can become a yes later, and a yes can be taken back"
        small
        choices={choicesOf(AGREED_LABELS)}
      />
      {places && (
        <Tick {...startOf(form, 'sureOf')} {...places} isTicked={form.values.sureOf === places.value} />
      )}
      <HiddenFields values={{ ...carried, change: 'send' }} />
      <Button>Save</Button>
    </PostForm>
  )
}

function TakeBack({ form, carried }: FormProps) {
  return (
    <PostForm id={form.formId} noValidate>
      <Radios
        {...fieldOf(form, 'why')}
        legend="Take it back?"
        hint="The coordinator’s reading ends at once"
        small
        choices={choicesOf(TAKE_BACK_LABELS)}
      />
      <HiddenFields values={{ ...carried, change: 'take_back' }} />
      <Button look="secondary">Take it out of the queue</Button>
    </PostForm>
  )
}
