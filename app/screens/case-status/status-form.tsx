import { Link } from '@remix-run/react'

import { passOnName } from '~/domain/case/answers/pass-on'
import { CUSTODY_STATUS_LABELS, STATUS_HOW_LABELS } from '~/domain/case/record/person-case'
import { Answered, PassOnFields } from '~/screens/case-answers/pass-on-field'
import { StaleNotice } from '~/screens/case-answers/stale-notice'
import { RELEASE_FIELDS, ReleaseFields } from '~/screens/case-new/release-fields'
import type { PersonFormProps } from '~/screens/case-person/person-form'
import { Actions, Button } from '~/ui/form/button'
import { DateInput } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { dateOf, fieldOf, type FormState, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'

/** On remand, sentenced or recalled, since when, and the release that follows; and who may be told. */
export function StatusForm({ caseId, submission, kept, carried, compared, asking }: PersonFormProps) {
  const form = formStateOf('status', submission, kept)
  const asked = asking?.asked ?? []
  const names = [...asked.map(({ id }) => passOnName(id)), 'custodyStatus', 'how', 'statusSince']
  return (
    <>
      <ErrorSummary items={wrongIn(form, [...names, ...RELEASE_FIELDS])} />
      <h1 className="govuk-heading-l">{asking?.title ?? 'Change the status'}</h1>
      {compared && <StaleNotice answers={compared} />}
      <p className="govuk-body">
        {asking?.text ??
          'A new status usually brings a new release date. Say it here, or say that it is not known yet. Offers and accepted places stay, and their providers are asked to confirm a new date.'}
      </p>
      <PostForm id={form.formId} noValidate>
        {asking ? (
          <>
            <PassOnFields form={form} asked={asked} />
            <Answered title="Status and release">
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
      <Radios
        {...fieldOf(form, 'custodyStatus')}
        legend="Why is the person in prison?"
        small
        choices={choicesOf(CUSTODY_STATUS_LABELS)}
      />
      <Radios
        {...fieldOf(form, 'how')}
        legend="Did the status change?"
        small
        inline
        choices={choicesOf(STATUS_HOW_LABELS)}
      />
      <DateInput
        {...dateOf(form, 'statusSince')}
        legend="From which day?"
        hint="The day of the court, or of the recall, for example 3 11 2026. Leave empty if it was recorded wrongly and the day is not known"
      />
      <ReleaseFields form={form} />
    </>
  )
}
