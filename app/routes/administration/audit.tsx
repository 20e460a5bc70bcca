import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { auditFor } from '~/screens/audit/facts.server'
import { AuditScreen } from '~/screens/audit/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Audit')

/** The audit, asked by its address. */
export const loader = guarded(['administrator', 'editor'], ({ request, context, viewer }) =>
  auditFor(context, viewer, new URL(request.url).searchParams),
)

export default function AuditRoute() {
  return <AuditScreen page={useLoaderData<typeof loader>()} />
}
