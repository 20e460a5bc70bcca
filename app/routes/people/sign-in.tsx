import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { keepSignInFor, signInSubjectFor } from '~/screens/people-sign-in/act.server'
import { PersonSignInScreen } from '~/screens/people-sign-in/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('How somebody signs in')

export const loader = guarded('administrator', ({ context, viewer, params }) =>
  signInSubjectFor(context, viewer, idFrom(params, 'membershipId')),
)

export const action = guarded('administrator', ({ request, context, viewer, params }) =>
  keepSignInFor(context, viewer, idFrom(params, 'membershipId'), request),
)

export default function PersonSignIn() {
  const submission = useActionData<typeof action>()?.submission
  return <PersonSignInScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
