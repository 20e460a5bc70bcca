import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { offeredAccounts } from '~/domain/account/demonstration-accounts.server'
import { guarded } from '~/http/guard.server'
import { signInFor } from '~/screens/sign-in/act.server'
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

export const action = guarded('anyone', ({ request, context }) => signInFor(context, request))

export default function SignIn() {
  const submission = useActionData<typeof action>()?.submission
  return <SignInScreen {...useLoaderData<typeof loader>()} submission={submission} />
}
