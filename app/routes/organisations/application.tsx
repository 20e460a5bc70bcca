import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { decideApplicationFor } from '~/screens/organisations-application/act.server'
import { applicationFor } from '~/screens/organisations-application/facts.server'
import { ApplicationScreen } from '~/screens/organisations-application/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('An organisation that asks to join')

export const loader = guarded(['editor', 'administrator'], async ({ context, viewer, params }) => {
  const page = await applicationFor(context, viewer, idFrom(params, 'applicationId'))
  if (page === null) throw notFound()
  return page
})

export const action = guarded(['editor', 'administrator'], ({ request, context, viewer, params }) =>
  decideApplicationFor(context, viewer, idFrom(params, 'applicationId'), request),
)

export default function Application() {
  const submission = useActionData<typeof action>()?.submission
  return <ApplicationScreen page={useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
