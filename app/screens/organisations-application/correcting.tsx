import type { SubmissionResult } from '@conform-to/react'

import { APPLICANT_KINDS, AUTHORITY_CHOICES } from '~/domain/organisation/organisation-fields'
import { Button } from '~/ui/form/button'
import { fieldOf, formStateOf } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf, optionsOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { Textarea } from '~/ui/form/textarea'
import { TextInput } from '~/ui/form/text-input'
import type { ApplicationPage } from './facts.server'

interface CorrectingProps {
  page: ApplicationPage
  /** Of this form, where it came back. */
  submission?: SubmissionResult<string[]>
}

/** What an application says, to be corrected as whoever applied says it. */
export function Correcting({ page: { start, correcting }, submission }: CorrectingProps) {
  const form = formStateOf('correct', submission, start)
  return (
    <section>
      <h2 className="govuk-heading-m">Correct what it says</h2>
      <PostForm id={form.formId} noValidate>
        <TextInput {...fieldOf(form, 'name')} label="Name of the organisation" />
        <Radios {...fieldOf(form, 'kind')} legend="What is it?" small choices={choicesOf(APPLICANT_KINDS)} />
        <Select
          {...fieldOf(form, 'authorityCode')}
          label="If a council: which"
          options={optionsOf(AUTHORITY_CHOICES)}
          emptyText="Choose"
        />
        <Textarea {...fieldOf(form, 'runs')} label="What it runs, and where" rows={4} />
        <TextInput {...fieldOf(form, 'applicantName')} label="Who applied" />
        <TextInput {...fieldOf(form, 'applicantEmail')} label="Their email address at work" type="email" />
        <TextInput
          {...fieldOf(form, 'applicantPhone')}
          label="Their phone number at work (optional)"
          type="tel"
          width={20}
        />
        <Textarea {...fieldOf(form, 'words')} label="Kept with the decision (optional)" />
        <HiddenFields values={correcting} refused={submission} />
        <Button look="secondary">Save what it says</Button>
      </PostForm>
    </section>
  )
}
