import type { SubmissionResult } from '@conform-to/react'

import { CUSTODY_STATUS_LABELS } from '~/domain/case/record/person-case'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { Fieldset } from '~/ui/form/fieldset'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { optionsOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { HomeField, PERSON_FIELDS, PersonFields } from './person-fields'
import { RELEASE_FIELDS, ReleaseFields } from './release-fields'

/** Everything a case needs to be opened, on one page; the rest can be answered later. */
export function NewCaseForm({
  submission,
  idempotencyKey,
}: {
  submission?: SubmissionResult<string[]>
  idempotencyKey: string
}) {
  const form = formStateOf('case', submission)
  const release = ['custodyStatus', ...RELEASE_FIELDS, 'homeAuthority']
  return (
    <>
      <ErrorSummary items={wrongIn(form, [...PERSON_FIELDS, ...release])} />
      <h1 className="govuk-heading-l">Open a case</h1>
      <p className="tg-lede">Two minutes. What is not known yet can be answered later, in any order.</p>
      <PostForm id={form.formId} noValidate>
        <Fieldset legend="The person" size="m">
          <PersonFields form={form} />
        </Fieldset>
        <Fieldset legend="The release" size="m">
          <Radios
            {...fieldOf(form, 'custodyStatus')}
            legend="Why is the person in prison?"
            small
            inline
            choices={optionsOf(CUSTODY_STATUS_LABELS)}
          />
          <ReleaseFields form={form} />
          <HomeField form={form} />
        </Fieldset>
        <HiddenFields values={{ idempotencyKey }} />
        <Button>Open the case</Button>
      </PostForm>
    </>
  )
}
