import { useLoaderData } from '@remix-run/react'

import { ownFactors } from '~/domain/account/second-factor/factors.server'
import { guarded } from '~/http/guard.server'
import { withNext } from '~/http/sign-in-first.server'
import { OwnFactorsScreen } from '~/screens/account-second-factor/screen'
import { nextOf } from '~/screens/sign-in/page'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Second factor')

export const loader = guarded('setting-up', async ({ request, context, viewer }) => ({
  ...(await ownFactors(context, viewer.personId)),
  query: withNext('', nextOf(request)),
}))

export default function SecondFactor() {
  return <OwnFactorsScreen {...useLoaderData<typeof loader>()} />
}
