import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { silentFor } from '~/screens/silent/facts.server'
import { SilentScreen } from '~/screens/silent/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Silent services')

/** Services that confirm nothing. */
export const loader = guarded(['administrator', 'editor'], ({ context, viewer }) =>
  silentFor(context, viewer),
)

export default function SilentRoute() {
  return <SilentScreen {...useLoaderData<typeof loader>()} />
}
