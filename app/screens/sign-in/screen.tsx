import type { SubmissionResult } from '@conform-to/react'

import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { NotificationBanner } from '~/ui/page/notification-banner'
import { DemonstrationAccounts, type DemonstrationAccountsProps } from './demonstration-accounts'

interface SignInProps {
  /** Where to go on to. */
  next: string | null
  notice: string | null
  /** Null but in the demonstration. */
  demonstration: Omit<DemonstrationAccountsProps, 'next'> | null
  submission?: SubmissionResult<string[]>
}

/** Asks for an account's address and password; the demonstration offers its accounts besides. */
export function SignInScreen({ next, notice, demonstration, submission }: SignInProps) {
  const form = formStateOf('sign-in', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        {notice && !submission && <NotificationBanner heading={notice} />}
        <ErrorSummary items={wrongIn(form, ['email', 'password'])} />
        <h1 className="govuk-heading-l">Sign in</h1>
        <PostForm id={form.formId} noValidate>
          <TextInput
            {...fieldOf(form, 'email')}
            type="email"
            label="Email address"
            autoComplete="username"
            spellCheck={false}
          />
          <TextInput
            {...fieldOf(form, 'password')}
            type="password"
            label="Password"
            autoComplete="current-password"
          />
          <HiddenFields values={{ next: next ?? undefined }} />
          <Button>Sign in</Button>
        </PostForm>
        <p className="govuk-body">
          <a className="govuk-link" href="/reset-password">
            I do not know my password
          </a>
        </p>
        {demonstration && <DemonstrationAccounts {...demonstration} next={next} />}
      </div>
    </div>
  )
}
