import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { sendInvitationFor } from '~/screens/people-invite/act.server'
import { inviteFor } from '~/screens/people-invite/facts.server'
import { InviteScreen } from '~/screens/people-invite/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Invite somebody')

export const loader = guarded(['manager', 'administrator'], ({ context, viewer }) =>
  inviteFor(context, viewer),
)

export const action = guarded(['manager', 'administrator'], ({ request, context, viewer }) =>
  sendInvitationFor(context, viewer, request),
)

export default function Invite() {
  const submission = useActionData<typeof action>()?.submission
  return <InviteScreen {...useLoaderData<typeof loader>()} submission={submission} />
}
