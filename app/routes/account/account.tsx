import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { accountActFor } from '~/screens/account/act.server'
import { accountFor } from '~/screens/account/facts.server'
import { AccountScreen } from '~/screens/account/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Your account')

export const loader = guarded('signed-in', ({ context, viewer }) => accountFor(context, viewer))

export const action = guarded('signed-in', ({ request, context, viewer }) =>
  accountActFor(context, viewer, request),
)

export default function Account() {
  const submission = useActionData<typeof action>()?.submission
  return <AccountScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
