import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { SIGN_IN_REFUSED, SIGN_IN_THROTTLED, signInSchema } from '~/domain/account/account-form'
import { offeredAccounts } from '~/domain/account/demonstration-accounts.server'
import { browserFamily } from '~/domain/account/browser-family'
import { signIn } from '~/domain/account/sign-in.server'
import { guarded } from '~/http/guard.server'
import { parseForm } from '~/http/parse-form.server'
import { safeNextPath } from '~/http/next-path'
import { sessionCookie } from '~/http/session-cookie'
import { withNext } from '~/http/sign-in-first.server'
import { afterSignIn, nextOf, noticeFor } from '~/screens/sign-in/page'
import { SignInScreen } from '~/screens/sign-in/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Sign in')

export const loader = guarded('anyone', ({ request, context, viewer }) => {
  const next = nextOf(request)
  if (viewer.kind === 'member') return redirect(afterSignIn(next, viewer.role))
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
  const result = await signIn(context, {
    ...{ email, password, address: context.clientAddress },
    browser: browserFamily(request.headers.get('user-agent')),
    previousSessionId: context.session?.id ?? context.halfSession?.id ?? null,
    asksSecondFactor: !context.config.demonstration,
  })
  if (!result.ok && result.reason === 'throttled') return form.refuse('', SIGN_IN_THROTTLED, 429)
  if (!result.ok) return form.refuse('', SIGN_IN_REFUSED)
  const to = context.config.demonstration
    ? afterSignIn(next, result.role)
    : withNext('/sign-in/second-factor', safeNextPath(next))
  return redirect(to, {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(context.config.publicOrigin, result.token) },
  })
})

export default function SignIn() {
  const submission = useActionData<typeof action>()?.submission
  return <SignInScreen {...useLoaderData<typeof loader>()} submission={submission} />
}
