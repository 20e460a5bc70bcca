import type { SubmissionResult } from '@conform-to/react'

import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'

/** Asks for which address a new password is wanted. */
export function ResetPasswordScreen({ submission }: { submission?: SubmissionResult<string[]> }) {
  const form = formStateOf('reset', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/sign-in">Back to sign in</BackLink>
        <ErrorSummary items={wrongIn(form, ['email'])} />
        <h1 className="govuk-heading-l">Reset your password</h1>
        <p className="govuk-body">
          If the address is one that signs in here, a link is sent to it. It works once, for an hour.
        </p>
        <PostForm id={form.formId} noValidate>
          <TextInput
            {...fieldOf(form, 'email')}
            type="email"
            label="Email address"
            autoComplete="username"
            spellCheck={false}
          />
          <Button>Send the link</Button>
        </PostForm>
      </div>
    </div>
  )
}
