import type { SubmissionResult } from '@conform-to/react'

import { DATE_CHANGE_CAUSE_LABELS } from '~/domain/case/record/person-case'
import type { releaseFormValue } from '~/domain/case/release/compare-release'
import type { ComparedAnswers } from '~/domain/case/answers/topic-answers'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { StaleNotice } from '~/screens/case-answers/stale-notice'
import { RELEASE_FIELDS, ReleaseFields } from '~/screens/case-new/release-fields'

interface MoveReleaseDateFormProps {
  submission?: SubmissionResult<string[]>
  kept: ReturnType<typeof releaseFormValue>
  carried: { idempotencyKey: string; version: number }
  /** Both versions, where it was moved meanwhile. */
  compared: readonly ComparedAnswers[] | null
}

/** The new date, how sure, of what type, and why it moved. */
export function MoveReleaseDateForm({ submission, kept, carried, compared }: MoveReleaseDateFormProps) {
  const form = formStateOf('release', submission, kept)
  return (
    <>
      <ErrorSummary items={wrongIn(form, ['cause', ...RELEASE_FIELDS])} />
      <h1 className="govuk-heading-l">Move the release date</h1>
      {compared && <StaleNotice answers={compared} />}
      <p className="govuk-body">
        Ages and licence rules are worked out again. Offers and accepted places stay, and their providers are
        asked to confirm the new date; nothing is cancelled by itself.
      </p>
      <PostForm id={form.formId} noValidate>
        <Radios
          {...fieldOf(form, 'cause')}
          legend="Why did it move?"
          small
          choices={choicesOf(DATE_CHANGE_CAUSE_LABELS)}
        />
        <ReleaseFields form={form} />
        <HiddenFields values={carried} refused={submission} />
        <Button>Save the new date</Button>
      </PostForm>
    </>
  )
}
