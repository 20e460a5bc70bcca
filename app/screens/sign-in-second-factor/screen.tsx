import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'
import { startAuthentication } from '@simplewebauthn/browser'

import { KeyForm } from '~/screens/account-factor-key/key-form'
import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, type FormState, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { otherWays, type Way, type Ways } from './page'

interface SecondFactorProps {
  way: Way
  ways: Ways
  /** Where to go on to. */
  next: string | null
  /** What the browser is asked for a key with; null for any other way. */
  options: Omit<Parameters<typeof startAuthentication>[0]['optionsJSON'], 'extensions'> | null
  submission?: SubmissionResult<string[]>
}

/** Asks for the second factor, after the password. */
export function SecondFactorScreen({ way, ways, next, options, submission }: SecondFactorProps) {
  const form = formStateOf('second-factor', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary items={wrongIn(form, ['code', 'recoveryCode'])} />
        <Ask form={form} {...{ way, next, options }} />
        <OtherWays way={way} ways={ways} next={next} />
      </div>
    </div>
  )
}

function Ask({ way, options, ...asked }: AskProps & Pick<SecondFactorProps, 'way' | 'options'>) {
  if (way === 'key' && options !== null) return <AskForKey options={options} {...asked} />
  return way === 'app' ? <AskForCode {...asked} /> : <AskForRecoveryCode {...asked} />
}

function AskForKey({
  form,
  next,
  options,
}: AskProps & { options: NonNullable<SecondFactorProps['options']> }) {
  return (
    <>
      <h1 className="govuk-heading-l">Use your security key or passkey</h1>
      <p className="govuk-body">Press the button, then do what your browser asks for.</p>
      <KeyForm
        id={form.formId}
        button="Use the key"
        ask={() => startAuthentication({ optionsJSON: options })}
        instead={<p className="govuk-body">Use one of the other ways below.</p>}
      >
        <HiddenFields values={{ next: next ?? undefined }} />
      </KeyForm>
    </>
  )
}

interface AskProps {
  form: FormState
  next: string | null
}

function AskForCode({ form, next }: AskProps) {
  return (
    <>
      <h1 className="govuk-heading-l">Enter the code from your app</h1>
      <PostForm id={form.formId} noValidate>
        <TextInput
          {...fieldOf(form, 'code')}
          defaultValue={undefined}
          label="6-digit code"
          hint="Your authenticator app shows a new one every 30 seconds"
          width={10}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <Go next={next} />
      </PostForm>
    </>
  )
}

function AskForRecoveryCode({ form, next }: AskProps) {
  return (
    <>
      <h1 className="govuk-heading-l">Enter a recovery code</h1>
      <p className="govuk-body">
        One of the ten you were given when you set up your second factor. Each is good once.
      </p>
      <PostForm id={form.formId} noValidate>
        <TextInput
          {...fieldOf(form, 'recoveryCode')}
          defaultValue={undefined}
          label="Recovery code"
          hint="10 letters and digits, like k7mf9-xq2p4"
          width={20}
          autoComplete="off"
          spellCheck={false}
        />
        <Go next={next} />
      </PostForm>
    </>
  )
}

function Go({ next }: { next: string | null }) {
  return (
    <>
      <HiddenFields values={{ next: next ?? undefined }} />
      <Actions>
        <Button>Continue</Button>
        <Link className="govuk-link" to="/sign-in">
          Sign in as somebody else
        </Link>
      </Actions>
    </>
  )
}

function OtherWays({ way, ways, next }: Pick<SecondFactorProps, 'way' | 'ways' | 'next'>) {
  const address = (use: Way) => `?${new URLSearchParams({ use, ...(next !== null && { next }) })}`
  return (
    <>
      <h2 className="govuk-heading-s">If you cannot do that</h2>
      <ul className="govuk-list">
        {otherWays(ways, way).map(other => (
          <li key={other.way}>
            <Link className="govuk-link" to={address(other.way)}>
              {other.text}
            </Link>
          </li>
        ))}
        <li>Lost all of them? Ring an administrator of Throughgate, who can let you set up a new one.</li>
      </ul>
    </>
  )
}
