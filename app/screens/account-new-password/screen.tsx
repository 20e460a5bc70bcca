import type { SubmissionResult } from '@conform-to/react'

import { PASSWORD_HINT } from '~/domain/account/account-form'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'

/** Asks for the new password that a link lets somebody choose. */
export function NewPasswordScreen({ submission }: { submission?: SubmissionResult<string[]> }) {
  const form = formStateOf('new-password', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary items={wrongIn(form, ['password'])} />
        <h1 className="govuk-heading-l">Choose a new password</h1>
        <p className="govuk-body">You are signed out everywhere, and sign in with it.</p>
        <PostForm id={form.formId} noValidate>
          <TextInput
            {...fieldOf(form, 'password')}
            type="password"
            label="New password"
            hint={PASSWORD_HINT}
            autoComplete="new-password"
          />
          <Button>Save the password</Button>
        </PostForm>
      </div>
    </div>
  )
}
