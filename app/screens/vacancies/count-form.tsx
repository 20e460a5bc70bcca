import { type SubmissionResult, useForm } from '@conform-to/react'

import { Button } from '~/ui/form/button'
import { Checkboxes } from '~/ui/form/checkboxes'
import { ErrorSummary } from '~/ui/form/error-summary'
import { errorItems, fieldAttributes, optionsAttributes } from '~/ui/form/form-errors'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'

interface CountFormProps {
  /** The service, and what it says now. */
  about: string
  free: number
  idempotencyKey: string
  submission?: SubmissionResult<string[]>
}

/** How many bedspaces are free today, for a service that lists no rooms. */
export function CountForm({ about, free, idempotencyKey, submission }: CountFormProps) {
  const [form, fields] = useForm<{ free: string; grow: string }>({
    id: 'count',
    lastResult: submission,
    defaultValue: { free: String(free) },
  })
  return (
    <>
      <ErrorSummary items={errorItems(form, { free: fields.free })} />
      <PostForm id={form.id} noValidate>
        <span className="govuk-caption-l">{about}</span>
        <TextInput
          {...fieldAttributes(fields.free)}
          label="How many are free today?"
          isPageHeading
          hint="Where people left who came by another route, say how many are ready now. What is offered, void or a referral’s stay is not free. Saving confirms the vacancies of the whole service"
          width={3}
          inputMode="numeric"
        />
        <Checkboxes
          {...optionsAttributes(fields.grow)}
          legend="Are there more bedspaces now?"
          small
          choices={[{ value: 'on', text: 'We have more bedspaces than before' }]}
        />
        <HiddenFields values={{ shown: free, idempotencyKey }} refused={submission} />
        <Button>Save the count</Button>
      </PostForm>
    </>
  )
}
