import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { nominationsFor } from '~/screens/nominations/facts.server'
import { listFrom } from '~/http/params.server'
import { NominationsScreen } from '~/screens/nominations/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Nominations')

/** Who is nominated for the provider's programmes, run by run; `?state=ended` for those that have ended. */
export const loader = guarded('provider', ({ request, context, viewer }) => {
  const { list: asked, page } = listFrom(request)
  return nominationsFor(context, viewer, { list: asked === 'ended' ? 'ended' : 'open', page })
})

export default function Nominations() {
  return <NominationsScreen page={useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
