import { useForm } from '@conform-to/react'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { startPageFor } from '~/screens/navigation'
import { SIGN_IN_REFUSED, SIGN_IN_THROTTLED, signInSchema } from '~/domain/account/account-form'
import { offeredAccounts } from '~/domain/account/demonstration-accounts.server'
import { signIn } from '~/domain/account/sign-in.server'
import { guarded } from '~/http/guard.server'
import { safeNextPath } from '~/http/next-path'
import { parseForm } from '~/http/parse-form.server'
import { sessionCookie } from '~/http/session-cookie'
import { Button } from '~/ui/form/button'
import { DemonstrationAccounts } from '~/screens/sign-in/demonstration-accounts'
import { ErrorSummary } from '~/ui/form/error-summary'
import { errorItems, fieldAttributes } from '~/ui/form/form-errors'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { NotificationBanner } from '~/ui/page/notification-banner'
import { pageTitle } from '~/ui/page/page-title'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Sign in')

export const loader = guarded('anyone', ({ request, context, viewer }) => {
  const next = safeNextPath(new URL(request.url).searchParams.get('next'))
  if (viewer.kind === 'member') return redirect(next ?? startPageFor(viewer.role))
  return {
    next,
    notice: noticeFor(context.endedSession?.how ?? null, next),
    demonstration: context.config.demonstration ? offeredAccounts() : null,
  }
})

export const action = guarded('anyone', async ({ request, context }) => {
  const form = await parseForm(request, signInSchema, { secretFields: ['password'] })
  if (!form.ok) return form.reply
  const { email, password, next } = form.value
  const previousSessionId = context.session?.id ?? null
  const result = await signIn(context, { email, password, address: context.clientAddress, previousSessionId })
  if (!result.ok && result.reason === 'throttled') return form.refuse('', SIGN_IN_THROTTLED, 429)
  if (!result.ok) return form.refuse('', SIGN_IN_REFUSED)
  return redirect(safeNextPath(next) ?? startPageFor(result.role), {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(context.config.publicOrigin, result.token) },
  })
})

export default function SignIn() {
  const { next, notice, demonstration } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.submission
  const [form, fields] = useForm<{ email: string; password: string }>({ id: 'sign-in', lastResult })
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        {notice && !lastResult && <NotificationBanner heading={notice} />}
        <ErrorSummary items={errorItems(form, { email: fields.email, password: fields.password })} />
        <h1 className="govuk-heading-l">Sign in</h1>
        <PostForm id={form.id} noValidate>
          <TextInput
            {...fieldAttributes(fields.email)}
            type="email"
            label="Email address"
            autoComplete="username"
            spellCheck={false}
          />
          <TextInput
            {...fieldAttributes(fields.password)}
            type="password"
            label="Password"
            autoComplete="current-password"
          />
          <HiddenFields values={{ next: next ?? undefined }} />
          <Button>Sign in</Button>
        </PostForm>
        {demonstration && <DemonstrationAccounts {...demonstration} next={next} />}
      </div>
    </div>
  )
}

function noticeFor(ended: 'timed-out' | 'signed-out' | null, next: string | null): string | null {
  const isKept = next?.startsWith('/kept-form/') ?? false
  if (ended === null || (ended === 'signed-out' && !isKept)) return null
  return isKept
    ? 'You were signed out. What you typed is kept for an hour: sign in to read it again and send it'
    : 'You were signed out because Throughgate was not used for 30 minutes, or has been open for 12 hours'
}
