import type { SubmissionResult } from '@conform-to/react'

import { COUNT_GROUP_LABELS, type CountGroup } from '~/domain/vacancy/count/count-group'
import { Button } from '~/ui/form/button'
import { DateInput } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { Fieldset } from '~/ui/form/fieldset'
import { dateOf, fieldOf, type FormState, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'

export interface CountFormProps {
  /** The service, and what it says now. */
  about: string
  serviceId: string
  /** Whose beds are counted apart, and how many are free. */
  groups: readonly { group: CountGroup; free: number }[]
  idempotencyKey: string
  submission?: SubmissionResult<string[]>
}

const FIELDS = ['free', 'more', 'moreOn']

/** How many bedspaces are free today, for a service that lists no rooms; women's and men's apart where they are counted so. */
export function CountForm({ about, groups, idempotencyKey, submission }: CountFormProps) {
  const sent = submission?.initialValue?.['group'] ?? groups[0]?.group
  const isOne = groups.length < 2
  const stateOf = (group: CountGroup, free: number) =>
    formStateOf(isOne ? 'count' : `count-${group}`, group === sent ? submission : null, {
      free: String(free),
    })
  return (
    <>
      <ErrorSummary items={groups.flatMap(({ group, free }) => wrongIn(stateOf(group, free), FIELDS))} />
      <span className="govuk-caption-l">{about}</span>
      {!isOne && <h1 className="govuk-heading-l">How many are free today?</h1>}
      {groups.map(({ group, free }) => {
        const form = stateOf(group, free)
        return (
          <PostForm key={group} id={form.formId} noValidate>
            <CountFields form={form} heading={isOne ? null : COUNT_GROUP_LABELS[group]} />
            <HiddenFields
              values={{ group, shown: free, idempotencyKey }}
              refused={group === sent ? submission : null}
            />
            <Button about={isOne ? undefined : `: ${COUNT_GROUP_LABELS[group]}`}>Save the count</Button>
          </PostForm>
        )
      })}
    </>
  )
}

function CountFields({ form, heading }: { form: FormState; heading: string | null }) {
  return (
    <>
      <TextInput
        {...fieldOf(form, 'free')}
        label={heading === null ? 'How many are free today?' : `${heading}: free today`}
        isPageHeading={heading === null}
        hint={`Where people left who came by another route, say how many are ready now. What is offered, void or a referral’s stay is not free. ${heading === null ? CONFIRMS : CONFIRMS_NOT}`}
        width={3}
        inputMode="numeric"
      />
      <Fieldset legend="And from a later day">
        <TextInput
          {...fieldOf(form, 'more')}
          label="How many more?"
          hint="A forecast, such as: 1 more from 4 December. Leave both empty to leave it as it is; to take it back, say 0 and that day"
          width={3}
          inputMode="numeric"
        />
        <DateInput {...dateOf(form, 'moreOn')} legend="Free from about which day?" />
      </Fieldset>
    </>
  )
}

const CONFIRMS = 'Saving confirms the vacancies of the whole service'
const CONFIRMS_NOT = 'Saving confirms no other beds: “Yes, still right” on your vacancies does'
