import type { SubmissionResult } from '@conform-to/react'

import { Button } from '~/ui/form/button'
import { fieldOf, type FormState, formStateOf } from '~/ui/form/form-value'
import { HiddenFields, type HiddenValues } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'

type Submission = SubmissionResult<string[]> | undefined

interface CorrectEndProps {
  carried: HiddenValues & { entryId: string }
  labels: Readonly<Record<string, string>>
  submission: Submission
  /** Who else is told: ', and the prison’s team is told'. */
  told?: string
}

/** Says anew how a case left the coordinator's queue. A page has one for each that left it. */
export function CorrectEnd({ carried, labels, submission, told = '' }: CorrectEndProps) {
  const sent = endedForm(submission)
  const refused = sent?.formId === formIdOf(carried.entryId) ? submission : undefined
  const form = formStateOf(formIdOf(carried.entryId), refused, { why: carried.shown })
  return (
    <details className="govuk-details" open={refused !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">This is not how it ended</span>
      </summary>
      <div className="govuk-details__text">
        <PostForm id={form.formId} noValidate>
          <Radios
            {...fieldOf(form, 'why')}
            legend="How did it end?"
            hint={`What it says now stays in the history${told}`}
            small
            choices={choicesOf(labels)}
          />
          <HiddenFields values={carried} refused={refused} />
          <Button look="secondary">Put it right</Button>
        </PostForm>
      </div>
    </details>
  )
}

/** The form of the entry that was sent and came back; null where another form of the page was. */
export function endedForm(submission: Submission): FormState | null {
  const entryId = submission?.initialValue?.entryId
  return typeof entryId === 'string' && entryId !== '' ? formStateOf(formIdOf(entryId), submission) : null
}

function formIdOf(entryId: string): string {
  return `end-${entryId}`
}
