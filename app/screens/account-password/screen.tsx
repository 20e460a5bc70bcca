import type { SubmissionResult } from '@conform-to/react'

import { PASSWORD_HINT } from '~/domain/account/account-form'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'

/** Changes one's own password, by the one that holds now. */
export function PasswordScreen({ submission }: { submission?: SubmissionResult<string[]> }) {
  const form = formStateOf('password', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/account">Back to your account</BackLink>
        <ErrorSummary items={wrongIn(form, ['current', 'password'])} />
        <h1 className="govuk-heading-l">Change your password</h1>
        <p className="govuk-body">Wherever else you are signed in, you will be signed out.</p>
        <PostForm id={form.formId} noValidate>
          <TextInput
            {...fieldOf(form, 'current')}
            type="password"
            label="Current password"
            autoComplete="current-password"
          />
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
