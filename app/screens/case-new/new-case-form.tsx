import { type SubmissionResult, useForm } from '@conform-to/react'

import { CUSTODY_STATUS_LABELS, HOME_ELSEWHERE_LABELS, SEX_LABELS } from '~/domain/case/record/person-case'
import { authorities } from '~/domain/area/region'
import { Button } from '~/ui/form/button'
import { type AllErrors, DateInput, type DateParts } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { Fieldset } from '~/ui/form/fieldset'
import { errorItems, fieldAttributes, type NamedField } from '~/ui/form/form-errors'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { optionsOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { TextInput } from '~/ui/form/text-input'
import { datePartsOf, ReleaseFields } from './release-fields'

interface NewCaseFields {
  prisonNumber: string
  name: string
  dateOfBirth: DateParts
  sex: string
  custodyStatus: string
  releaseConfidence: string
  releaseOn: DateParts
  releaseType: string
  homeAuthority: string
}

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
  const [form, fields] = useForm<NewCaseFields>({ id: 'case', lastResult: submission })
  const { prisonNumber, name, dateOfBirth, sex, custodyStatus } = fields
  const { releaseConfidence, releaseOn, releaseType, homeAuthority } = fields
  const who = { prisonNumber, name, dateOfBirth, sex }
  const release = { custodyStatus, releaseConfidence, releaseOn, releaseType, homeAuthority }
  return (
    <>
      <ErrorSummary items={errorItems(form, { ...who, ...release })} />
      <h1 className="govuk-heading-l">Open a case</h1>
      <p className="tg-lede">Two minutes. What is not known yet can be answered later, in any order.</p>
      <PostForm id={form.id} noValidate>
        <Fieldset legend="The person" size="m">
          <PersonFields fields={who} allErrors={form.allErrors} />
        </Fieldset>
        <Fieldset legend="The release" size="m">
          <Radios
            {...fieldAttributes(custodyStatus)}
            legend="Why is the person in prison?"
            small
            inline
            choices={optionsOf(CUSTODY_STATUS_LABELS)}
          />
          <ReleaseFields fields={{ releaseConfidence, releaseOn, releaseType }} allErrors={form.allErrors} />
          <Select
            {...fieldAttributes(homeAuthority)}
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

type PersonFieldsProps = {
  fields: Record<'prisonNumber' | 'name' | 'dateOfBirth' | 'sex', NamedField & { initialValue?: unknown }>
  allErrors: AllErrors
}

function PersonFields({ fields, allErrors }: PersonFieldsProps) {
  const { prisonNumber, name, dateOfBirth, sex } = fields
  return (
    <>
      <TextInput
        {...fieldAttributes(prisonNumber)}
        label="Prison number"
        hint="A letter, 4 numbers and 2 letters, like Z1234AB"
        width={10}
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput
        {...fieldAttributes(name)}
        label="Full name"
        autoComplete="off"
        spellCheck={false}
        width={30}
      />
      <DateInput
        id={dateOfBirth.id}
        name={dateOfBirth.name}
        allErrors={allErrors}
        legend="Date of birth"
        hint="For example, 28 3 1992"
        defaultValue={datePartsOf(dateOfBirth.initialValue)}
      />
      <Radios {...fieldAttributes(sex)} legend="Sex" small inline choices={SEX_CHOICES} />
    </>
  )
}

const SEX_CHOICES = optionsOf(SEX_LABELS)
