import { useLoaderData } from '@remix-run/react'

import { askedWords } from '~/http/asked-words'
import { guarded } from '~/http/guard.server'
import { organisationsFor } from '~/screens/organisations/facts.server'
import { OrganisationsScreen } from '~/screens/organisations/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Organisations')

export const loader = guarded(['editor', 'administrator'], ({ request, context, viewer }) =>
  organisationsFor(context, viewer, askedWords(request)),
)

export default function Organisations() {
  return <OrganisationsScreen {...useLoaderData<typeof loader>()} />
}
