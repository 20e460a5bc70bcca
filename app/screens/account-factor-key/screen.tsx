import type { SubmissionResult } from '@conform-to/react'
import { startRegistration } from '@simplewebauthn/browser'
import { Link } from '@remix-run/react'

import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'
import { KeyForm } from './key-form'

export interface NewKeyProps {
  options: Omit<Parameters<typeof startRegistration>[0]['optionsJSON'], 'extensions'>
  next: string | null
  /** '?next=…', or nothing. */
  query: string
  submission?: SubmissionResult<string[]>
}

/** Sets up a security key or a passkey. */
export function NewKeyScreen({ options, next, query, submission }: NewKeyProps) {
  const form = formStateOf('key', submission, { name: 'My key' })
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={`/account/second-factor${query}`} />
        <ErrorSummary items={wrongIn(form, ['name'])} />
        <h1 className="govuk-heading-l">Set up a security key or passkey</h1>
        <p className="govuk-body">
          A security key is a small device that you plug in or hold to your phone. A passkey is kept by your
          phone, your computer or your password manager, and asks for your finger, your face or a PIN. Neither
          can be given away to a false site.
        </p>
        <KeyForm
          id={form.formId}
          button="Set it up"
          ask={() => startRegistration({ optionsJSON: options })}
          instead={
            <p className="govuk-body">
              <Link className="govuk-link" to={`/account/second-factor/app${query}`}>
                Set up an authenticator app instead
              </Link>
            </p>
          }
        >
          <TextInput
            {...fieldOf(form, 'name')}
            label="What will you call it?"
            hint="So that you know later which one this is"
            width={20}
            maxLength={60}
          />
          <HiddenFields values={{ next: next ?? undefined }} />
        </KeyForm>
      </div>
    </div>
  )
}
