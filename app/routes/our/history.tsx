import { useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom, pageFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { strikeEntryWords } from '~/screens/our-history/act.server'
import { entryHistoryFor } from '~/screens/our-history/facts.server'
import { EntryHistoryScreen } from '~/screens/our-history/screen'

export { links } from '~/styles/work'

export const meta = titleOfService('History of an entry')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ request, context, viewer, params }) => {
    const asked = { serviceId: idFrom(params, 'serviceId'), page: pageFrom(request) }
    const history = await entryHistoryFor(context, viewer, asked)
    if (history === null) throw notFound()
    return history
  },
)

/** Strikes old words out that should never have been typed. */
export const action = guarded(
  ['provider', 'editor', 'administrator'],
  ({ request, context, viewer, params }) =>
    strikeEntryWords(
      context,
      viewer,
      { serviceId: idFrom(params, 'serviceId'), page: pageFrom(request) },
      request,
    ),
)

export default function OurHistory() {
  return <EntryHistoryScreen {...useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary }
