import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { titleOfService } from '~/http/refusal-boundary'
import { roomPageFor } from '~/screens/rooms/room-facts.server'
import { saveClosed } from '~/screens/rooms/save.server'
import { CloseRoomScreen } from '~/screens/rooms/room-screen'

export { links } from '~/styles/work'

export const meta = titleOfService('Close a room')

export const loader = guarded(['provider', 'editor', 'administrator'], ({ context, viewer, params }) =>
  roomPageFor(context, viewer, idFrom(params, 'bedspaceId')),
)

export const action = guarded(['provider', 'editor', 'administrator'], saveClosed)

export default function CloseRoom() {
  const submission = useActionData<typeof action>()?.submission
  return <CloseRoomScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
