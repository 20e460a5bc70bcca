import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { strikeAction } from '~/screens/administration-held/act.server'
import { heldPageFor } from '~/screens/administration-held/facts.server'
import { HeldScreen } from '~/screens/administration-held/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Everything held on one person')

/** Everything held on the person of a case, to be read or printed. */
export const loader = guarded('administrator', async ({ context, viewer, params }) => {
  const page = await heldPageFor(context, viewer, idFrom(params, 'caseId'))
  if (!page) throw notFound()
  return page
})

/** Strikes words out that should never have been typed. */
export const action = guarded('administrator', ({ request, context, viewer, params }) =>
  strikeAction(context, viewer, idFrom(params, 'caseId'), request),
)

export default function Held() {
  return (
    <HeldScreen
      page={useLoaderData<typeof loader>()}
      isRefused={useActionData<typeof action>() !== undefined}
    />
  )
}

export { RefusalBoundary as ErrorBoundary }
