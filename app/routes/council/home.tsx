import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { pageFrom } from '~/http/params.server'
import { councilFor } from '~/screens/council/facts.server'
import { CouncilScreen } from '~/screens/council/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Your council')

/** A council's home. Nothing above tier 1. */
export const loader = guarded('council', ({ request, context, viewer }) =>
  councilFor(context, viewer, pageFrom(request)),
)

export default function Council() {
  return <CouncilScreen {...useLoaderData<typeof loader>()} />
}
