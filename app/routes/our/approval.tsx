import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { decideFor } from '~/screens/our-approval/act.server'
import { approvalFor } from '~/screens/our-approval/facts.server'
import { ApprovalScreen } from '~/screens/our-approval/screen'

export { links } from '~/styles/work'

export const meta = titleOfService('An entry to decide on')

export const loader = guarded(['editor', 'administrator'], async ({ context, viewer, params }) => {
  const page = await approvalFor(context, viewer, idFrom(params, 'serviceId'))
  if (page === null) throw notFound()
  return page
})

export const action = guarded(['editor', 'administrator'], ({ request, context, viewer, params }) =>
  decideFor(context, viewer, idFrom(params, 'serviceId'), request),
)

export default function Approval() {
  const submission = useActionData<typeof action>()?.submission
  return <ApprovalScreen page={useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
