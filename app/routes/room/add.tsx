import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { addRoomsPageFor } from '~/screens/rooms/facts.server'
import { saveAdded } from '~/screens/rooms/save.server'
import { AddRoomsScreen } from '~/screens/rooms/add-screen'

export { links } from '~/styles/work'

export const meta = titleOfService('Add rooms')

export const loader = guarded(['provider', 'editor', 'administrator'], ({ context, viewer, params }) =>
  addRoomsPageFor(context, viewer, idFrom(params, 'serviceId')),
)

export const action = guarded(['provider', 'editor', 'administrator'], saveAdded)

export default function AddRooms() {
  const submission = useActionData<typeof action>()?.submission
  return <AddRoomsScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
