import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { titleOfService } from '~/http/refusal-boundary'
import { countPageFor } from '~/screens/rooms/facts.server'
import { saveCounted } from '~/screens/rooms/save.server'
import { CountRoomsScreen } from '~/screens/rooms/count-screens'

export { links } from '~/styles/work'

export const meta = titleOfService('Keep a count instead')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const page = await countPageFor(context, viewer, idFrom(params, 'serviceId'))
    if (page.isCounted) throw notFound()
    return page
  },
)

export const action = guarded(['provider', 'editor', 'administrator'], saveCounted)

export default function CountRooms() {
  const submission = useActionData<typeof action>()?.submission
  return <CountRoomsScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
