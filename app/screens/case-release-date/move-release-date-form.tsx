import { type SubmissionResult, useForm } from '@conform-to/react'

import { DATE_CHANGE_CAUSE_LABELS } from '~/domain/case/record/person-case'
import type { ComparedAnswers } from '~/domain/case/answers/topic-answers'
import { Button } from '~/ui/form/button'
import type { DateParts } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { errorItems, fieldAttributes } from '~/ui/form/form-errors'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { StaleNotice } from '~/screens/case-answers/stale-notice'
import { ReleaseFields } from '~/screens/case-new/release-fields'

interface ReleaseForm {
  releaseConfidence: string
  releaseOn: DateParts
  releaseType: string
  cause: string
}

interface MoveReleaseDateFormProps {
  submission?: SubmissionResult<string[]>
  kept: ReleaseForm
  carried: { idempotencyKey: string; version: number }
  /** Both versions, where it was moved meanwhile. */
  compared: readonly ComparedAnswers[] | null
}

/** The new date, how sure, of what type, and why it moved. */
export function MoveReleaseDateForm({ submission, kept, carried, compared }: MoveReleaseDateFormProps) {
  const [form, fields] = useForm<ReleaseForm>({
    id: 'release',
    lastResult: submission,
    defaultValue: kept,
  })
  const { releaseConfidence, releaseOn, releaseType, cause } = fields
  return (
    <>
      <ErrorSummary items={errorItems(form, { cause, releaseConfidence, releaseOn, releaseType })} />
      <h1 className="govuk-heading-l">Move the release date</h1>
      {compared && <StaleNotice answers={compared} />}
      <p className="govuk-body">
        Ages and licence rules are worked out again. Offers and accepted places stay, and their providers are
        asked to confirm the new date; nothing is cancelled by itself.
      </p>
      <PostForm id={form.id} noValidate>
        <Radios
          {...fieldAttributes(cause)}
          legend="Why did it move?"
          small
          choices={choicesOf(DATE_CHANGE_CAUSE_LABELS)}
        />
        <ReleaseFields fields={{ releaseConfidence, releaseOn, releaseType }} allErrors={form.allErrors} />
        <HiddenFields values={carried} refused={submission} />
        <Button>Save the new date</Button>
      </PostForm>
    </>
  )
}
