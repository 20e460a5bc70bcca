import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { mapByFrom, pathwaysFor } from '~/screens/pathways/facts.server'
import { PathwaysScreen } from '~/screens/pathways/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/landscape'

export const meta = () => pageTitle('Pathways: what is served where')

/** By authority, or by prison where the address says `?by=prison`; it reads services and no person. */
export const loader = guarded(['commissioner', 'editor', 'administrator'], ({ request, context, viewer }) =>
  pathwaysFor(context, viewer, mapByFrom(request)),
)

export default function Pathways() {
  return <PathwaysScreen {...useLoaderData<typeof loader>()} />
}
