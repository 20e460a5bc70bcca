import type { SubmissionResult } from '@conform-to/react'

import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'

export interface AppFactorProps {
  setUp: { factor: string; secret: string; typed: string; qr: { size: number; path: string } }
  next: string | null
  submission?: SubmissionResult<string[]>
}

/** Sets up an authenticator app: scan, then show that it works. */
export function AppFactorScreen({ setUp, next, submission }: AppFactorProps) {
  const form = formStateOf('app', submission, { name: 'My phone' })
  const { factor, secret } = setUp
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/account/second-factor" />
        <ErrorSummary items={wrongIn(form, ['code', 'name'])} />
        <h1 className="govuk-heading-l">Set up an authenticator app</h1>
        <h2 className="govuk-heading-m">1. Scan this with the app</h2>
        <QrCode {...setUp.qr} />
        <p className="govuk-body">
          Cannot scan it? Type this key into the app instead, as a “time-based” key:
          <br />
          <strong className="tg-code">{setUp.typed}</strong>
        </p>
        <h2 className="govuk-heading-m">2. Enter the code the app shows</h2>
        <PostForm id={form.formId} noValidate>
          <TextInput
            {...fieldOf(form, 'code')}
            defaultValue={undefined}
            label="6-digit code"
            width={10}
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
          />
          <TextInput
            {...fieldOf(form, 'name')}
            label="What will you call it?"
            hint="So that you know later which one this is"
            width={20}
            maxLength={60}
          />
          <HiddenFields values={{ factor, secret, next: next ?? undefined }} />
          <Actions>
            <Button>Set it up</Button>
          </Actions>
        </PostForm>
      </div>
    </div>
  )
}

function QrCode({ size, path }: AppFactorProps['setUp']['qr']) {
  return (
    <svg
      className="tg-qr"
      viewBox={`0 0 ${size} ${size}`}
      width="228"
      height="228"
      role="img"
      aria-label="QR code for your app; the key is written below it"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
