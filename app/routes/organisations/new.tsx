import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { addOrganisationFor } from '~/screens/organisations-new/act.server'
import { NewOrganisationScreen } from '~/screens/organisations-new/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Add an organisation')

export const loader = guarded(['editor', 'administrator'], () => ({ idempotencyKey: newIdempotencyKey() }))

export const action = guarded(['editor', 'administrator'], ({ request, context, viewer }) =>
  addOrganisationFor(context, viewer, request),
)

export default function NewOrganisation() {
  const submission = useActionData<typeof action>()?.submission
  return <NewOrganisationScreen {...useLoaderData<typeof loader>()} submission={submission} />
}
