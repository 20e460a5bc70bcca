import { useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { entryHistoryFor } from '~/screens/our-history/facts.server'
import { EntryHistoryScreen } from '~/screens/our-history/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('History of an entry')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const history = await entryHistoryFor(context, viewer, idFrom(params, 'serviceId'))
    if (history === null) throw notFound()
    return history
  },
)

export default function OurHistory() {
  return <EntryHistoryScreen {...useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary }
