import { useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { titleOfService } from '~/http/refusal-boundary'
import { verifyFor } from '~/screens/our-services-policy/act.server'
import { policyPageFor } from '~/screens/our-services-policy/facts.server'
import { PolicyScreen } from '~/screens/our-services-policy/policy-screen'

export { links } from '~/styles/work'

export const meta = titleOfService('Policy of a service')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const page = await policyPageFor(context, viewer, idFrom(params, 'serviceId'))
    if (!page) throw notFound()
    return page
  },
)

/** "Still right: verify". */
export const action = guarded(
  ['provider', 'editor', 'administrator'],
  ({ request, context, viewer, params }) => verifyFor(context, viewer, idFrom(params, 'serviceId'), request),
)

export default function Policy() {
  return <PolicyScreen {...useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
