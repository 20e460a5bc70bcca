import { type AppLoadContext, redirect } from '@remix-run/node'
import { SIGN_IN_REFUSED, SIGN_IN_THROTTLED, signInSchema } from '~/domain/account/account-form'
import { browserFamily } from '~/domain/account/browser-family'
import { signIn } from '~/domain/account/sign-in.server'
import { safeNextPath } from '~/http/next-path'
import { parseForm } from '~/http/parse-form.server'
import { sessionCookie } from '~/http/session-cookie'
import { withNext } from '~/http/sign-in-first.server'
import { afterSignIn } from './page'

/** Signs in by the form's address and password, and leads on by the second factor where it is asked for. */
export async function signInFor(context: AppLoadContext, request: Request) {
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
}
