import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import type { Factor } from '~/domain/account/second-factor/factor'
import { KIND_WORDS } from '~/screens/account-second-factor/page'
import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'

interface FactorProps {
  factor: Pick<Factor, 'name' | 'kind'>
  /** There is no other. */
  isLast: boolean
  submission?: SubmissionResult<string[]>
}

/** One of somebody's own factors: another name, or away with it. */
export function FactorScreen({ factor, isLast, submission }: FactorProps) {
  const form = formStateOf('factor', submission, { name: factor.name })
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/account/second-factor">Back to your second factor</BackLink>
        <ErrorSummary items={wrongIn(form, ['name'])} />
        <h1 className="govuk-heading-l">
          <span className="govuk-caption-l">{KIND_WORDS[factor.kind]}</span> {factor.name}
        </h1>
        <PostForm id={form.formId} noValidate>
          <TextInput {...fieldOf(form, 'name')} label="What do you call it?" width={20} maxLength={60} />
          <Actions>
            <Button look="secondary">Save the name</Button>
          </Actions>
        </PostForm>
        <h2 className="govuk-heading-m">Remove it</h2>
        {isLast ? <AddFirst /> : <Remove />}
      </div>
    </div>
  )
}

function Remove() {
  return (
    <>
      <p className="govuk-body">
        It signs you in no longer, from now on. Do it when you have lost it, or have a new one.
      </p>
      <PostButton values={{ intent: 'remove' }} look="warning">
        Remove it
      </PostButton>
    </>
  )
}

function AddFirst() {
  return (
    <p className="govuk-body">
      It is the only one you have.{' '}
      <Link className="govuk-link" to="/account/second-factor">
        Add another one first
      </Link>
      .
    </p>
  )
}
