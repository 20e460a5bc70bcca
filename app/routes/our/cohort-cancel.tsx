import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { cancelCohortFor } from '~/screens/our-cohort-cancel/act.server'
import { cancelPageFor } from '~/screens/our-cohort-cancel/facts.server'
import { CancelScreen } from '~/screens/our-cohort-cancel/screen'

export { links } from '~/styles/work'

export const meta: MetaFunction<typeof loader> = args =>
  titleOfService(args.data?.cancelled ? 'Put a run on again' : 'Cancel a run')(args) ?? []

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const page = await cancelPageFor(context, viewer, askedIn(params))
    if (page === null) throw notFound()
    return page
  },
)

export const action = guarded(
  ['provider', 'editor', 'administrator'],
  ({ request, context, viewer, params }) => cancelCohortFor(context, viewer, askedIn(params), request),
)

function askedIn(params: LoaderFunctionArgs['params']) {
  return { serviceId: idFrom(params, 'serviceId'), runId: idFrom(params, 'cohortId') }
}

export default function OurCohortCancel() {
  const submission = useActionData<typeof action>()?.submission
  return <CancelScreen page={useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
