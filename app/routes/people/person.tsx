import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { personActFor } from '~/screens/people-person/act.server'
import { personFor } from '~/screens/people-person/facts.server'
import { PersonScreen } from '~/screens/people-person/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Somebody’s access')

export const loader = guarded(['manager', 'administrator'], async ({ context, viewer, params }) => {
  const page = await personFor(context, viewer, idFrom(params, 'membershipId'))
  if (page === null) throw notFound()
  return page
})

export const action = guarded(['manager', 'administrator'], ({ request, context, viewer, params }) =>
  personActFor(context, viewer, idFrom(params, 'membershipId'), request),
)

export default function Person() {
  const submission = useActionData<typeof action>()?.submission
  return <PersonScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
