import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { correctDecisionFor } from '~/screens/our-decision/act.server'
import { decisionFor } from '~/screens/our-decision/facts.server'
import { DecisionScreen } from '~/screens/our-decision/screen'

export { links } from '~/styles/work'

export const meta = titleOfService('What an editor decided')

export const loader = guarded(['editor', 'administrator'], async ({ context, viewer, params }) => {
  const ids = { serviceId: idFrom(params, 'serviceId'), reviewId: idFrom(params, 'reviewId') }
  const page = await decisionFor(context, viewer, ids)
  if (page === null) throw notFound()
  return page
})

export const action = guarded(['editor', 'administrator'], ({ request, context, viewer, params }) =>
  correctDecisionFor(
    context,
    viewer,
    { serviceId: idFrom(params, 'serviceId'), reviewId: idFrom(params, 'reviewId') },
    request,
  ),
)

export default function Decision() {
  const submission = useActionData<typeof action>()?.submission
  return <DecisionScreen page={useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
