import { useActionData, useLoaderData } from '@remix-run/react'

import { askedWords } from '~/http/asked-words'
import { guarded } from '~/http/guard.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { invitationActFor } from '~/screens/people/act.server'
import { peopleFor } from '~/screens/people/facts.server'
import { PeopleScreen } from '~/screens/people/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('People')

export const loader = guarded(['manager', 'administrator'], ({ request, context, viewer }) =>
  peopleFor(context, viewer, {
    ...askedWords(request),
    state: new URL(request.url).searchParams.get('state'),
  }),
)

export const action = guarded(['manager', 'administrator'], ({ request, context, viewer }) =>
  invitationActFor(context, viewer, request),
)

export default function People() {
  const submission = useActionData<typeof action>()?.submission
  return <PeopleScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
