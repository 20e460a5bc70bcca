import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { pageFrom } from '~/http/params.server'
import { approvalsFor } from '~/screens/our-approvals/facts.server'
import { ApprovalsScreen } from '~/screens/our-approvals/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('To approve and to look at')

export const loader = guarded(['editor', 'administrator'], ({ request, context, viewer }) =>
  approvalsFor(context, viewer, pageFrom(request)),
)

export default function Approvals() {
  return <ApprovalsScreen {...useLoaderData<typeof loader>()} />
}
