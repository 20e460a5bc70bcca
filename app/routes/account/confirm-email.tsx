import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { confirmEmailFor, openConfirmingFor } from '~/screens/account-confirm-email/act.server'
import { ConfirmEmailScreen } from '~/screens/account-confirm-email/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Confirm your email address')

/** The address opens without signing in: no browser keeps the page and no search engine finds it. */
export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export const loader = guarded('anyone', ({ context, params }) =>
  openConfirmingFor(context, params.token ?? ''),
)

export const action = guarded('anyone', ({ context, params }) => confirmEmailFor(context, params.token ?? ''))

export default function ConfirmEmail() {
  return <ConfirmEmailScreen {...useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary }
