import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { changeStandingFor } from '~/screens/our-standing/act.server'
import { standingFor } from '~/screens/our-standing/facts.server'
import { StandingScreen } from '~/screens/our-standing/screen'

export { links } from '~/styles/work'

export const meta = titleOfService('Open, pause or close a service')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const page = await standingFor(context, viewer, idFrom(params, 'serviceId'))
    if (page === null) throw notFound()
    return page
  },
)

export const action = guarded(
  ['provider', 'editor', 'administrator'],
  ({ request, context, viewer, params }) =>
    changeStandingFor(context, viewer, idFrom(params, 'serviceId'), request),
)

export default function OurStanding() {
  const submission = useActionData<typeof action>()?.submission
  return <StandingScreen page={useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
