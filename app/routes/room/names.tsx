import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { titleOfService } from '~/http/refusal-boundary'
import { countPageFor } from '~/screens/rooms/facts.server'
import { saveNames } from '~/screens/rooms/save.server'
import { NamesScreen } from '~/screens/rooms/count-screens'

export { links } from '~/styles/work'

export const meta = titleOfService('List the rooms')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const page = await countPageFor(context, viewer, idFrom(params, 'serviceId'))
    if (!page.isCounted) throw notFound()
    return page
  },
)

export const action = guarded(['provider', 'editor', 'administrator'], saveNames)

export default function Names() {
  const submission = useActionData<typeof action>()?.submission
  return <NamesScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
