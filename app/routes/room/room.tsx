import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { titleOfService } from '~/http/refusal-boundary'
import { roomPageFor } from '~/screens/rooms/room-facts.server'
import { saveRoom } from '~/screens/rooms/save.server'
import { RoomScreen } from '~/screens/rooms/room-screen'

export { links } from '~/styles/work'

export const meta = titleOfService('Room')

export const loader = guarded(['provider', 'editor', 'administrator'], ({ context, viewer, params }) =>
  roomPageFor(context, viewer, idFrom(params, 'bedspaceId')),
)

export const action = guarded(['provider', 'editor', 'administrator'], saveRoom)

export default function Room() {
  const submission = useActionData<typeof action>()?.submission
  return <RoomScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
