import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { claimPageFor } from '~/screens/claim/facts.server'
import { saveClaim } from '~/screens/claim/save.server'
import { ClaimScreen } from '~/screens/claim/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('A claim on a room')

export const loader = guarded('provider', ({ context, viewer, params }) =>
  claimPageFor(context, viewer, idFrom(params, 'claimId')),
)

export const action = guarded('provider', saveClaim)

export default function Claim() {
  const submission = useActionData<typeof action>()?.submission
  return <ClaimScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
