import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { registerFor } from '~/screens/actions/facts.server'
import { RegisterScreen } from '~/screens/actions/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Gaps and actions')

/** What is open, or by `?state=past` what is done, closed or was recorded by mistake. */
export const loader = guarded(['commissioner', 'editor', 'administrator'], ({ request, context, viewer }) =>
  registerFor(context, viewer, new URL(request.url).searchParams.get('state') === 'past'),
)

export default function ActionsPage() {
  return <RegisterScreen {...useLoaderData<typeof loader>()} />
}
