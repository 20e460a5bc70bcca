import type { SubmissionResult } from '@conform-to/react'

import { ANSWER_LIMIT, OUTCOME_LABELS } from '~/domain/nobody-fits/nobody-fits'
import { Card } from '~/ui/card'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Textarea } from '~/ui/form/textarea'
import { HistoryTable } from '~/ui/history'
import { BackLink } from '~/ui/page/breadcrumbs'
import { PhoneLink } from '~/ui/phone-link'
import { StrikeOut } from '~/ui/strike-out'
import { SummaryList } from '~/ui/summary-list'
import type { QueueEntryShown } from './facts.server'

interface QueueEntryProps extends QueueEntryShown {
  submission?: SubmissionResult<string[]>
}

/** A case of the coordinator's queue: what she may read, whom to ring, and her answer. */
export function QueueEntryScreen({ submission, contact, carried, ...page }: QueueEntryProps) {
  const form = formStateOf('answer', submission)
  return (
    <>
      <BackLink to="/queue">Back to the queue</BackLink>
      <div className="tg-columns tg-columns--aside">
        <div>
          <ErrorSummary items={wrongIn(form, ['change', 'note', 'outcome'])} />
          <h1 className="govuk-heading-l">Case {page.reference}</h1>
          <p className="govuk-inset-text">{page.standing}</p>
          <SummaryList rows={page.person} />
          <h2 className="govuk-heading-m">What was tried</h2>
          <SummaryList rows={page.tried} />
          {page.answers.length > 0 && (
            <>
              <h2 className="govuk-heading-m">What you wrote</h2>
              <HistoryTable
                caption="What you wrote"
                entries={page.answers.map(({ what, by, mayStrike, ...answer }) => ({
                  ...answer,
                  what: (
                    <>
                      {what}
                      <span className="tg-quiet">, {by}</span>
                      {mayStrike && (
                        <StrikeOut
                          removes="the words for good, here and for the prison’s team. Who wrote them, and when, stays."
                          values={{ ...carried, change: 'strike', row: answer.id }}
                          about={`the answer of ${answer.when}`}
                        />
                      )}
                    </>
                  ),
                }))}
              />
            </>
          )}
        </div>
        <div>
          <Card title="Whom to ring">
            <p className="govuk-body">
              {contact.officer}, {contact.team}
              {contact.phone && (
                <>
                  : <PhoneLink number={contact.phone} about={contact.team} />
                </>
              )}
            </p>
          </Card>
          <Card title={page.isTaken ? 'Answer the officer' : 'Take it'}>
            {!page.isTaken && (
              <PostButton values={{ ...carried, change: 'take' }}>I will look into it</PostButton>
            )}
            <PostForm id={form.formId} noValidate>
              <Textarea
                {...fieldOf(form, 'note')}
                label="What should the officer know?"
                rows={4}
                hint={`The prison’s team reads it. Up to ${ANSWER_LIMIT} characters; no names of others`}
              />
              <Radios
                {...fieldOf(form, 'outcome')}
                legend="What becomes of it?"
                hint="Anything but keeping it ends your reading of the case"
                small
                choices={choicesOf(OUTCOME_LABELS)}
              />
              <HiddenFields values={{ ...carried, change: 'answer' }} />
              <Button look={page.isTaken ? 'primary' : 'secondary'}>Send the answer</Button>
            </PostForm>
          </Card>
        </div>
      </div>
    </>
  )
}
