import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { joinFor, openFor } from '~/screens/people-join/act.server'
import { joinPage } from '~/screens/people-join/page'
import { JoinScreen } from '~/screens/people-join/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Join')

/** The address opens without signing in: no browser keeps the page and no search engine finds it. */
export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

/** Shows what the invitation is for, and does nothing: mail programs open links by themselves. */
export const loader = guarded('anyone', async ({ context, viewer, params }) =>
  joinPage(await openFor(context, viewer, params.token ?? '')),
)

export const action = guarded('anyone', ({ request, context, viewer, params }) =>
  joinFor(context, viewer, params.token ?? '', request),
)

export default function Join() {
  const submission = useActionData<typeof action>()?.submission
  return <JoinScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
