import { useLoaderData } from '@remix-run/react'

import { askedWords } from '~/http/asked-words'
import { guarded } from '~/http/guard.server'
import { ourServicesFor } from '~/screens/our-services/facts.server'
import { OurServicesScreen } from '~/screens/our-services/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Our services')

export const loader = guarded(['provider', 'editor', 'administrator'], ({ request, context, viewer }) =>
  ourServicesFor(context, viewer, askedWords(request)),
)

export default function OurServices() {
  return <OurServicesScreen {...useLoaderData<typeof loader>()} />
}
