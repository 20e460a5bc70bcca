import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { withNext } from '~/http/sign-in-first.server'
import { afterSignIn, nextOf } from '~/screens/sign-in/page'
import { giveFor } from '~/screens/sign-in-second-factor/act.server'
import { keyOptions, waysOf } from '~/screens/sign-in-second-factor/facts.server'
import { wayOf } from '~/screens/sign-in-second-factor/page'
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

export const action = guarded('anyone', ({ request, context }) => giveFor(context, request))

export default function SecondFactor() {
  const submission = useActionData<typeof action>()?.submission
  return <SecondFactorScreen {...useLoaderData<typeof loader>()} submission={submission} />
}
