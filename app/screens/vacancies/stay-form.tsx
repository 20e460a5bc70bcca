import { type SubmissionResult, useForm } from '@conform-to/react'

import { STAY_ANSWERS } from '~/domain/vacancy/vacancy-form'
import { Button } from '~/ui/form/button'
import { DateInput, type DateParts } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { errorItems, fieldAttributes } from '~/ui/form/form-errors'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'

interface StayFormProps {
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
  const [form, fields] = useForm<{ answer: string; day: DateParts }>({
    id: 'stay',
    lastResult: submission,
  })
  const { left, ...others } = STAY_ANSWERS
  return (
    <>
      <ErrorSummary items={errorItems(form, { answer: fields.answer, day: fields.day })} />
      <span className="govuk-caption-l">{about}</span>
      <h1 className="govuk-heading-l">When does the person leave?</h1>
      <p className="tg-lede">
        A stay claims its bedspace until you say that the person has left. A day that is sure lets the
        bedspace be offered from then on, after the turnaround; a day that is not is shown as a forecast.
      </p>
      <PostForm id={form.id} noValidate>
        <Radios
          {...fieldAttributes(fields.answer)}
          legend="The person"
          small
          choices={choicesOf(isPlacement ? others : { left, ...others })}
          defaultValue={String(fields.answer.initialValue ?? '')}
        />
        <DateInput
          id={fields.day.id}
          name={fields.day.name}
          allErrors={form.allErrors}
          legend="On which day?"
          hint="Leave empty where nobody knows"
          defaultValue={partsOf(fields.day.initialValue)}
        />
        <HiddenFields values={{ claimId, idempotencyKey }} refused={submission} />
        <Button>Save</Button>
      </PostForm>
    </>
  )
}

function partsOf(value: unknown): DateParts {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
