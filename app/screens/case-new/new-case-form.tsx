import type { SubmissionResult } from '@conform-to/react'

import { CUSTODY_STATUS_LABELS, HOME_ELSEWHERE_LABELS, SEX_LABELS } from '~/domain/case/record/person-case'
import { authorities } from '~/domain/area/region'
import { Button } from '~/ui/form/button'
import { DateInput } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { Fieldset } from '~/ui/form/fieldset'
import { dateOf, fieldOf, type FormState, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { optionsOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { TextInput } from '~/ui/form/text-input'
import { RELEASE_FIELDS, ReleaseFields } from './release-fields'

const PERSON_FIELDS = ['prisonNumber', 'name', 'dateOfBirth', 'sex']

const HOME_OPTIONS = [
  ...authorities.map(({ code, name }) => ({ value: code, text: name })),
  ...optionsOf(HOME_ELSEWHERE_LABELS),
]

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
          <Select
            {...fieldOf(form, 'homeAuthority')}
            label="Home area"
            hint="Where the person lived or has ties, not where they want to go"
            options={HOME_OPTIONS}
            emptyText="Choose"
          />
        </Fieldset>
        <HiddenFields values={{ idempotencyKey }} />
        <Button>Open the case</Button>
      </PostForm>
    </>
  )
}

function PersonFields({ form }: { form: FormState }) {
  return (
    <>
      <TextInput
        {...fieldOf(form, 'prisonNumber')}
        label="Prison number"
        hint="A letter, 4 numbers and 2 letters, like Z1234AB"
        width={10}
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput
        {...fieldOf(form, 'name')}
        label="Full name"
        autoComplete="off"
        spellCheck={false}
        width={30}
      />
      <DateInput {...dateOf(form, 'dateOfBirth')} legend="Date of birth" hint="For example, 28 3 1992" />
      <Radios {...fieldOf(form, 'sex')} legend="Sex" small inline choices={SEX_CHOICES} />
    </>
  )
}

const SEX_CHOICES = optionsOf(SEX_LABELS)
