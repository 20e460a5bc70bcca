import type { SubmissionResult } from '@conform-to/react'

import { Button } from '~/ui/form/button'
import { Checkboxes } from '~/ui/form/checkboxes'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, listOf, startOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'

export interface CountFormProps {
  /** The service, and what it says now. */
  about: string
  free: number
  idempotencyKey: string
  submission?: SubmissionResult<string[]>
}

/** How many bedspaces are free today, for a service that lists no rooms. */
export function CountForm({ about, free, idempotencyKey, submission }: CountFormProps) {
  const form = formStateOf('count', submission, { free: String(free) })
  return (
    <>
      <ErrorSummary items={wrongIn(form, ['free'])} />
      <PostForm id={form.formId} noValidate>
        <span className="govuk-caption-l">{about}</span>
        <TextInput
          {...fieldOf(form, 'free')}
          label="How many are free today?"
          isPageHeading
          hint="Where people left who came by another route, say how many are ready now. What is offered, void or a referral’s stay is not free. Saving confirms the vacancies of the whole service"
          width={3}
          inputMode="numeric"
        />
        <Checkboxes
          {...startOf(form, 'grow')}
          legend="Are there more bedspaces now?"
          small
          choices={[{ value: 'on', text: 'We have more bedspaces than before' }]}
          defaultOptions={listOf(form.values.grow)}
        />
        <HiddenFields values={{ shown: free, idempotencyKey }} refused={submission} />
        <Button>Save the count</Button>
      </PostForm>
    </>
  )
}
