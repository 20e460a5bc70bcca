import { type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { saveCohortFor } from '~/screens/our-cohort/act.server'
import { cohortFor } from '~/screens/our-cohort/facts.server'
import { CohortScreen } from '~/screens/our-cohort/screen'

export { links } from '~/styles/work'

export const meta = titleOfService('A run of a programme')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const page = await cohortFor(context, viewer, askedIn(params))
    if (page === null) throw notFound()
    return page
  },
)

export const action = guarded(
  ['provider', 'editor', 'administrator'],
  ({ request, context, viewer, params }) => saveCohortFor(context, viewer, askedIn(params), request),
)

/** `new` is a run to be added. */
function askedIn(params: LoaderFunctionArgs['params']) {
  const runId = params.cohortId === 'new' ? null : idFrom(params, 'cohortId')
  return { serviceId: idFrom(params, 'serviceId'), runId }
}

export default function OurCohort() {
  const submission = useActionData<typeof action>()?.submission
  return <CohortScreen page={useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
