import { useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom, pageFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { stepFor } from '~/screens/our-service/act.server'
import { ourServiceFor } from '~/screens/our-service/facts.server'
import { OurServiceScreen } from '~/screens/our-service/screen'

export { links } from '~/styles/work'

export const meta = titleOfService('Entry in the directory')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ request, context, viewer, params }) => {
    const entry = await ourServiceFor(context, viewer, {
      serviceId: idFrom(params, 'serviceId'),
      page: pageFrom(request),
    })
    if (entry === null) throw notFound()
    return entry
  },
)

/** Sends the draft to an editor, or takes it back. */
export const action = guarded(
  ['provider', 'editor', 'administrator'],
  ({ request, context, viewer, params }) => stepFor(context, viewer, idFrom(params, 'serviceId'), request),
)

export default function OurService() {
  return <OurServiceScreen entry={useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary }
