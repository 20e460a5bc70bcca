import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { browserFamily } from '~/domain/account/browser-family'
import { giveSecondFactor } from '~/domain/account/second-factor/give-second-factor.server'
import { guarded } from '~/http/guard.server'
import { safeNextPath } from '~/http/next-path'
import { parseForm } from '~/http/parse-form.server'
import { sessionCookie } from '~/http/session-cookie'
import { withNext } from '~/http/sign-in-first.server'
import { afterSignIn, nextOf } from '~/screens/sign-in/page'
import { FORMS, keyOptions, proofOf, waysOf } from '~/screens/sign-in-second-factor/facts.server'
import { FACTOR_THROTTLED, FIELDS, NOT_TAKEN, wayOf } from '~/screens/sign-in-second-factor/page'
import { SecondFactorScreen } from '~/screens/sign-in-second-factor/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Second factor')

export const loader = guarded('anyone', async ({ request, context, viewer }) => {
  const next = nextOf(request)
  if (viewer.kind === 'member') return redirect(afterSignIn(next, viewer.role))
  const half = context.halfSession
  if (half === null) return redirect(withNext('/sign-in', next))
  if (!half.hasFactor) return redirect(withNext('/account/second-factor', next))
  const ways = await waysOf(context, half)
  const way = wayOf(request, ways)
  return { next, ways, way, options: await keyOptions(context, half, way) }
})

export const action = guarded('anyone', async ({ request, context }) => {
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
})

const SECRET = ['code', 'recoveryCode', 'response']

export default function SecondFactor() {
  const submission = useActionData<typeof action>()?.submission
  return <SecondFactorScreen {...useLoaderData<typeof loader>()} submission={submission} />
}
