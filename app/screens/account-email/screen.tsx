import type { SubmissionResult } from '@conform-to/react'

import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'

interface EmailProps {
  email: string
  sendsMail: boolean
  submission?: SubmissionResult<string[]>
}

/** Where somebody asks to sign in with another address. */
export function EmailScreen({ email, sendsMail, submission }: EmailProps) {
  const form = formStateOf('email', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/account">Back to your account</BackLink>
        <ErrorSummary items={wrongIn(form, ['email', 'current'])} />
        <h1 className="govuk-heading-l">Change your email address</h1>
        <p className="govuk-body">
          You sign in with <strong className="tg-address">{email}</strong>.
        </p>
        {sendsMail ? (
          <PostForm id={form.formId} noValidate>
            <TextInput
              {...fieldOf(form, 'email')}
              type="email"
              label="New email address"
              hint="Your own at work. A link is sent to it: the change holds once you open it, within a day. The address you have now is told"
              autoComplete="email"
              spellCheck={false}
            />
            <TextInput
              {...fieldOf(form, 'current')}
              type="password"
              label="Current password"
              autoComplete="current-password"
            />
            <Button>Send the link</Button>
          </PostForm>
        ) : (
          <p className="govuk-body">
            No email is sent from here, so that a new address cannot be confirmed. Ask an administrator of the
            region to change it.
          </p>
        )}
      </div>
    </div>
  )
}
