import type { SubmissionResult } from '@conform-to/react'

import { STAY_ANSWERS } from '~/domain/vacancy/vacancy-form'
import { Button } from '~/ui/form/button'
import { DateInput } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { dateOf, fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'

export interface StayFormProps {
  /** The bedspace, its service and what it is now. */
  about: string
  /** It came by a referral, on whose page the departure is recorded. */
  isPlacement: boolean
  /** The stay it is about; none where nobody stays there any more. */
  claimId: string | undefined
  idempotencyKey: string
  submission?: SubmissionResult<string[]>
}

/** What becomes of somebody's stay: left, leaving, or nothing known. */
export function StayForm({ about, isPlacement, claimId, idempotencyKey, submission }: StayFormProps) {
  const form = formStateOf('stay', submission)
  const { left, ...others } = STAY_ANSWERS
  return (
    <>
      <ErrorSummary items={wrongIn(form, ['answer', 'day'])} />
      <span className="govuk-caption-l">{about}</span>
      <h1 className="govuk-heading-l">When does the person leave?</h1>
      <p className="tg-lede">
        A stay claims its bedspace until you say that the person has left. A day that is sure lets the
        bedspace be offered from then on, after the turnaround; a day that is not is shown as a forecast.
      </p>
      <PostForm id={form.formId} noValidate>
        <Radios
          {...fieldOf(form, 'answer')}
          legend="The person"
          small
          choices={choicesOf(isPlacement ? others : { left, ...others })}
        />
        <DateInput {...dateOf(form, 'day')} legend="On which day?" hint="Leave empty where nobody knows" />
        <HiddenFields values={{ claimId, idempotencyKey }} refused={submission} />
        <Button>Save</Button>
      </PostForm>
    </>
  )
}
