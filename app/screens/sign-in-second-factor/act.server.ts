import { type AppLoadContext, redirect } from '@remix-run/node'
import { browserFamily } from '~/domain/account/browser-family'
import { giveSecondFactor } from '~/domain/account/second-factor/give-second-factor.server'
import { safeNextPath } from '~/http/next-path'
import { parseForm } from '~/http/parse-form.server'
import { sessionCookie } from '~/http/session-cookie'
import { withNext } from '~/http/sign-in-first.server'
import { afterSignIn } from '~/screens/sign-in/page'
import { FORMS, proofOf, waysOf } from './facts.server'
import { FACTOR_THROTTLED, FIELDS, NOT_TAKEN, wayOf } from './page'

const SECRET = ['code', 'recoveryCode', 'response']

/** Takes what a half session gives, and leads on with the whole one it becomes. */
export async function giveFor(context: AppLoadContext, request: Request) {
  const half = context.halfSession
  if (!half?.hasFactor) return redirect('/sign-in', 303)
  const by = wayOf(request, await waysOf(context, half))
  const form = await parseForm(request, FORMS[by], { secretFields: SECRET })
  if (!form.ok) return form.reply
  const browser = browserFamily(request.headers.get('user-agent'))
  const proof = proofOf(form.value, context.config.publicOrigin)
  const given = await giveSecondFactor(context, half, proof, browser)
  if (given.ok) {
    const headers = { 'Set-Cookie': sessionCookie(context.config.publicOrigin, given.token) }
    return redirect(afterSignIn(form.value.next, given.role), { status: 303, headers })
  }
  const { reason } = given
  if (reason === 'over') return redirect(withNext('/sign-in', safeNextPath(form.value.next)), 303)
  return reason === 'throttled'
    ? form.refuse('', FACTOR_THROTTLED, 429)
    : form.refuse(FIELDS[by], NOT_TAKEN[by][reason])
}
