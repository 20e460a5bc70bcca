import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { keepAppFor } from '~/screens/account-factor-app/act.server'
import { drawnSetUp } from '~/screens/account-factor-app/facts.server'
import { AppFactorScreen } from '~/screens/account-factor-app/screen'
import { Codes } from '~/screens/account-recovery-codes/codes'
import { nextOf } from '~/screens/sign-in/page'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Set up an authenticator app')

export const loader = guarded('setting-up', async ({ request, context, viewer }) => ({
  setUp: await drawnSetUp(context, viewer.personId, null),
  next: nextOf(request),
}))

export const action = guarded('setting-up', keepAppFor)

export default function FactorApp() {
  const answer = useActionData<typeof action>()
  const { setUp, next } = useLoaderData<typeof loader>()
  if (answer && 'codes' in answer) return <Codes {...answer} />
  return <AppFactorScreen setUp={answer?.setUp ?? setUp} next={next} submission={answer?.submission} />
}
