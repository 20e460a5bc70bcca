import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { href } from '~/paths'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'

interface SignInProps {
  membershipId: string
  name: string
  email: string
  organisationName: string
  sendsMail: boolean
  submission?: SubmissionResult<string[]>
}

/** Where an administrator mends how somebody signs in: the address, the password, the second factor. */
export function PersonSignInScreen({ submission, ...page }: SignInProps) {
  const { membershipId, name, email, organisationName, sendsMail } = page
  const form = formStateOf('sign-in', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('people/:membershipId', { membershipId })}>{`Back to ${name}`}</BackLink>
        <ErrorSummary items={wrongIn(form, ['email'])} />
        <h1 className="govuk-heading-l">How {name} signs in</h1>
        <p className="govuk-body">
          {organisationName}, with <strong className="tg-address">{email}</strong>. Be sure that it is they
          who ask: ring them back on the number of their organisation. It is written down that you did it.
        </p>
        <h2 className="govuk-heading-m">Email address</h2>
        <p className="govuk-body">
          For somebody who lost theirs. It holds at once: they are signed out everywhere, and what was sent to
          the old address opens nothing any more.{sendsMail && ' Both addresses are told.'}
        </p>
        <PostForm id={form.formId} noValidate>
          <TextInput
            {...fieldOf(form, 'email')}
            type="email"
            label="New email address"
            autoComplete="off"
            spellCheck={false}
          />
          <HiddenFields values={{ intent: 'email', was: email }} />
          <Button look="secondary">Change the address</Button>
        </PostForm>
        <h2 className="govuk-heading-m">Password</h2>
        <Password sendsMail={sendsMail} />
        <h2 className="govuk-heading-m">Second factor</h2>
        <p className="govuk-body">
          <Link className="govuk-link" to={href('people/:membershipId/second-factor', { membershipId })}>
            Reset their second factor, where it is lost
          </Link>
        </p>
      </div>
    </div>
  )
}

function Password({ sendsMail }: { sendsMail: boolean }) {
  if (sendsMail)
    return (
      <p className="govuk-body">
        They ask for a link themselves, on the page where they sign in: it is emailed to their address.
      </p>
    )
  return (
    <>
      <p className="govuk-body">
        No email is sent from here. Make a link by which they choose a new one, and hand it to them yourself:
        it works once, for an hour.
      </p>
      <PostButton look="secondary" values={{ intent: 'link' }}>
        Make a link for a new password
      </PostButton>
    </>
  )
}
