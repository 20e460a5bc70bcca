import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { changeFor } from '~/screens/actions/act.server'
import { EntryScreen } from '~/screens/actions/entry-screen'
import { entryFor } from '~/screens/actions/facts.server'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Entry of the register')

export const loader = guarded(
  ['commissioner', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const page = await entryFor(context, viewer, idFrom(params, 'entryId'))
    if (page === null) throw notFound()
    return page
  },
)

/** Words the entry anew, or strikes words out of what it said before. */
export const action = guarded(['commissioner', 'administrator'], ({ request, context, viewer, params }) =>
  changeFor(context, viewer, idFrom(params, 'entryId'), request),
)

export default function ActionPage() {
  const submission = useActionData<typeof action>()?.submission
  return <EntryScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
