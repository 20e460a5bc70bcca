import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { type AskedProvider, passOnName } from '~/domain/case/answers/pass-on'
import type { ComparedAnswers } from '~/domain/case/answers/topic-answers'
import { Answered, PassOnFields } from '~/screens/case-answers/pass-on-field'
import { StaleNotice } from '~/screens/case-answers/stale-notice'
import { HomeField, PERSON_FIELDS, PersonFields } from '~/screens/case-new/person-fields'
import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, type FormState, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'

export interface PersonFormProps {
  caseId: string
  submission?: SubmissionResult<string[]>
  /** What the form starts from. */
  kept: Readonly<Record<string, unknown>>
  carried: { idempotencyKey: string; version: number }
  /** Both versions, where a colleague was quicker. */
  compared: readonly ComparedAnswers[] | null
  /** Providers of whom it is asked whether they may be told, and how that is headed. */
  asking: { asked: readonly AskedProvider[]; title: string; text: string } | null
}

/** Who the case is of, to be corrected; and where that changes open referrals, who may be told. */
export function PersonForm({ caseId, submission, kept, carried, compared, asking }: PersonFormProps) {
  const form = formStateOf('person', submission, kept)
  const asked = asking?.asked ?? []
  const names = [...asked.map(({ id }) => passOnName(id)), ...PERSON_FIELDS, 'crn', 'homeAuthority']
  return (
    <>
      <ErrorSummary items={wrongIn(form, names)} />
      <h1 className="govuk-heading-l">{asking?.title ?? 'Correct the person'}</h1>
      {compared && <StaleNotice answers={compared} />}
      <p className="govuk-body">
        {asking?.text ??
          'What you change is kept in the history of the case, which your team alone reads. Age and what hangs on it are worked out again.'}
      </p>
      <PostForm id={form.formId} noValidate>
        {asking ? (
          <>
            <PassOnFields form={form} asked={asked} />
            <Answered title="The person">
              <Fields form={form} />
            </Answered>
          </>
        ) : (
          <Fields form={form} />
        )}
        <HiddenFields values={carried} refused={submission} />
        <Actions>
          <Button>Save</Button>
          <Link className="govuk-link" to={`/cases/${caseId}`}>
            Cancel and go back
          </Link>
        </Actions>
      </PostForm>
    </>
  )
}

function Fields({ form }: { form: FormState }) {
  return (
    <>
      <PersonFields form={form} />
      <TextInput
        {...fieldOf(form, 'crn')}
        label="CRN (optional)"
        hint="Probation’s number: a letter and 6 numbers, like X123456"
        width={10}
        autoComplete="off"
        spellCheck={false}
      />
      <HomeField form={form} />
    </>
  )
}
