import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { roomsPageFor } from '~/screens/rooms/facts.server'
import { tapRoom } from '~/screens/rooms/save.server'
import { RoomsScreen } from '~/screens/rooms/screen'

export { links } from '~/styles/work'

export const meta = titleOfService('Rooms')

export const loader = guarded(['provider', 'editor', 'administrator'], ({ context, viewer, params }) =>
  roomsPageFor(context, viewer, idFrom(params, 'serviceId')),
)

export const action = guarded(['provider', 'editor', 'administrator'], tapRoom)

export default function Rooms() {
  return <RoomsScreen {...useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary }
