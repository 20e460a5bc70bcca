import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { approvalsFor } from '~/screens/our-approvals/facts.server'
import { ApprovalsScreen } from '~/screens/our-approvals/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('To approve and to look at')

export const loader = guarded(['editor', 'administrator'], ({ context, viewer }) =>
  approvalsFor(context, viewer),
)

export default function Approvals() {
  return <ApprovalsScreen {...useLoaderData<typeof loader>()} />
}
