import { useLoaderData } from '@remix-run/react'

import { PAST_TITLE } from '~/domain/vacancy/vacancy'
import { guarded } from '~/http/guard.server'
import { askedId, idFrom, pageFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { pastPageFor } from '~/screens/rooms-past/facts.server'
import { PastScreen } from '~/screens/rooms-past/screen'

export { links } from '~/styles/work'

export const meta = titleOfService(PAST_TITLE)

export const loader = guarded('provider', ({ request, context, viewer, params }) =>
  pastPageFor(context, viewer, {
    serviceId: idFrom(params, 'serviceId'),
    roomId: askedId(request, 'room'),
    page: pageFrom(request),
  }),
)

export default function Past() {
  return <PastScreen {...useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary }
