import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { saveOrganisationFor } from '~/screens/organisations-organisation/act.server'
import { organisationFor } from '~/screens/organisations-organisation/facts.server'
import { OrganisationScreen } from '~/screens/organisations-organisation/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('An organisation')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const page = await organisationFor(context, viewer, idFrom(params, 'organisationId'))
    if (page === null) throw notFound()
    return page
  },
)

export const action = guarded(
  ['provider', 'editor', 'administrator'],
  ({ request, context, viewer, params }) =>
    saveOrganisationFor(context, viewer, idFrom(params, 'organisationId'), request),
)

export default function Organisation() {
  const submission = useActionData<typeof action>()?.submission
  return <OrganisationScreen page={useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
