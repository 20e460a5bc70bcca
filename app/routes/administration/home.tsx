import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { administrationFor } from '~/screens/administration/facts.server'
import { AdministrationScreen } from '~/screens/administration/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Administration')

/** What waits for an administrator or an editor. */
export const loader = guarded(['administrator', 'editor'], ({ context, viewer }) =>
  administrationFor(context, viewer),
)

export default function AdministrationRoute() {
  return <AdministrationScreen {...useLoaderData<typeof loader>()} />
}
