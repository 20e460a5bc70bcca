import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { coverActFor } from '~/screens/account-cover/act.server'
import { coverFor } from '~/screens/account-cover/facts.server'
import { CoverScreen } from '~/screens/account-cover/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('When you are away')

const AUDIENCE = ['officer', 'provider', 'editor', 'administrator', 'coordinator'] as const

export const loader = guarded(AUDIENCE, ({ context, viewer }) => coverFor(context, viewer))

export const action = guarded(AUDIENCE, ({ request, context, viewer }) =>
  coverActFor(context, viewer, request),
)

export default function Cover() {
  const submission = useActionData<typeof action>()?.submission
  return <CoverScreen {...useLoaderData<typeof loader>()} submission={submission} />
}
