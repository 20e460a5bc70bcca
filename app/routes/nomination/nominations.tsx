import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { nominationsFor } from '~/screens/nominations/facts.server'
import { NominationsScreen } from '~/screens/nominations/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Nominations')

/** Who is nominated for the provider's programmes, run by run. */
export const loader = guarded('provider', async ({ context, viewer }) => ({
  runs: await nominationsFor(context, viewer),
}))

export default function Nominations() {
  return <NominationsScreen {...useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
