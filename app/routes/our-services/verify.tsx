import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { titleOrRefusal } from '~/http/refusal-boundary'
import { confirmFor, verifyPageFor } from '~/screens/verify/act.server'
import { VerifyScreen } from '~/screens/verify/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Is it still right?')

/** The address opens without signing in: no browser keeps the page and no search engine finds it. */
export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export const loader = guarded('anyone', ({ context, params }) => verifyPageFor(context, params.token ?? ''))

export const action = guarded('anyone', ({ context, params }) => confirmFor(context, params.token ?? ''))

export default function Verify() {
  return <VerifyScreen {...useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
