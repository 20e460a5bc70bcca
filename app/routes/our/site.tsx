import { type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { saveSiteFor } from '~/screens/our-site/act.server'
import { siteFor } from '~/screens/our-site/facts.server'
import { SiteScreen } from '~/screens/our-site/screen'

export { links } from '~/styles/work'

export const meta = titleOfService('A place of a service')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const page = await siteFor(context, viewer, askedIn(params))
    if (page === null) throw notFound()
    return page
  },
)

export const action = guarded(
  ['provider', 'editor', 'administrator'],
  ({ request, context, viewer, params }) => saveSiteFor(context, viewer, askedIn(params), request),
)

/** `new` is a place to be added. */
function askedIn(params: LoaderFunctionArgs['params']) {
  const siteId = params.siteId === 'new' ? null : idFrom(params, 'siteId')
  return { serviceId: idFrom(params, 'serviceId'), siteId }
}

export default function OurSite() {
  const submission = useActionData<typeof action>()?.submission
  return <SiteScreen page={useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
