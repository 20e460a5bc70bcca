import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { savePartFor } from '~/screens/our-entry/act.server'
import { partOfEntry, partPage } from '~/screens/our-entry/facts.server'
import { EntryPartScreen } from '~/screens/our-entry/screen'

export { links } from '~/styles/work'

export const meta = titleOfService('Change an entry')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const found = await partOfEntry(context, viewer, idFrom(params, 'serviceId'), params.part)
    if (found === null) throw notFound()
    return partPage(found)
  },
)

export const action = guarded(
  ['provider', 'editor', 'administrator'],
  ({ request, context, viewer, params }) =>
    savePartFor(context, viewer, { serviceId: idFrom(params, 'serviceId'), part: params.part }, request),
)

export default function OurEntry() {
  const submission = useActionData<typeof action>()?.submission
  return <EntryPartScreen page={useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
