import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { openResetFor, resetFor } from '~/screens/account-new-password/act.server'
import { NewPasswordScreen } from '~/screens/account-new-password/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Choose a new password')

/** The address opens without signing in: no browser keeps the page and no search engine finds it. */
export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export const loader = guarded('anyone', ({ context, params }) => openResetFor(context, params.token ?? ''))

export const action = guarded('anyone', ({ request, context, params }) =>
  resetFor(context, params.token ?? '', request),
)

export default function NewPassword() {
  useLoaderData<typeof loader>()
  return <NewPasswordScreen submission={useActionData<typeof action>()?.submission} />
}

export { RefusalBoundary as ErrorBoundary }
