import type { SubmissionResult } from '@conform-to/react'

import { PASSWORD_HINT } from '~/domain/account/account-form'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, type FormState, formStateOf, wrongIn } from '~/ui/form/form-value'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { NotificationBanner } from '~/ui/page/notification-banner'
import { SummaryList } from '~/ui/summary-list'
import type { JoinPage } from './page'

/** An invitation: to what, as what and for which address, and what is asked to join. */
export function JoinScreen({ submission, ...page }: JoinPage & { submission?: SubmissionResult<string[]> }) {
  const form = formStateOf('join', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary items={wrongIn(form, ['name', 'password'])} />
        <h1 className="govuk-heading-l">Join {page.organisationName}</h1>
        <p className="govuk-body">
          Throughgate finds a bed for people about to leave prison in North East England. You are invited to
          use it.
        </p>
        <SummaryList
          rows={[
            { key: 'Organisation', value: page.organisationName },
            { key: 'What you do there', value: page.role },
            { key: 'Email address', value: page.email },
            { key: 'Invitation holds until', value: page.until },
          ]}
        />
        <Asked page={page} form={form} />
      </div>
    </div>
  )
}

function Asked({ page, form }: { page: JoinPage; form: FormState }) {
  if (page.joiner === 'other') return <SignedInAsAnother email={page.email} />
  return (
    <PostForm id={form.formId} noValidate>
      {page.joiner === 'new' && <NewPerson form={form} email={page.email} />}
      {page.joiner === 'known' && <KnownPerson form={form} email={page.email} />}
      {page.joiner === 'self' && (
        <p className="govuk-body">
          You are signed in with this address. You keep what you do now, and choose on your account page which
          organisation you act for.
        </p>
      )}
      <Button>Join</Button>
    </PostForm>
  )
}

interface AskedProps {
  form: FormState
  email: string
}

function NewPerson({ form, email }: AskedProps) {
  return (
    <>
      <TextInput
        {...fieldOf(form, 'name')}
        label="Your name"
        hint="As your colleagues know it. They see it beside what you do"
        autoComplete="name"
        spellCheck={false}
      />
      <UserName email={email} />
      <TextInput
        {...fieldOf(form, 'password')}
        type="password"
        label="Choose a password"
        hint={PASSWORD_HINT}
        autoComplete="new-password"
      />
    </>
  )
}

function KnownPerson({ form, email }: AskedProps) {
  return (
    <>
      <p className="govuk-body">
        This email address has an account here already. Enter its password to add what you are invited to.
      </p>
      <UserName email={email} />
      <TextInput
        {...fieldOf(form, 'password')}
        type="password"
        label="Your password"
        autoComplete="current-password"
      />
      <p className="govuk-body">
        <a className="govuk-link" href="/reset-password">
          I do not know my password
        </a>
      </p>
    </>
  )
}

/** Password managers keep a password with the name it is for. */
function UserName({ email }: { email: string }) {
  return <input type="hidden" autoComplete="username" value={email} readOnly />
}

function SignedInAsAnother({ email }: { email: string }) {
  return (
    <NotificationBanner heading="Somebody else is signed in on this browser">
      <p className="govuk-body">
        This invitation is for {email} alone. If that is you, sign out, then open the link in your email
        again. If it was sent on to you, ask for an invitation of your own.
      </p>
      <PostForm action="/sign-out">
        <Button look="secondary">Sign out</Button>
      </PostForm>
    </NotificationBanner>
  )
}
