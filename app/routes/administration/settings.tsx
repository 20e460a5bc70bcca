import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { settingsFor } from '~/screens/settings/facts.server'
import { SettingsScreen } from '~/screens/settings/list-screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Settings')

/** The dated settings of the region. */
export const loader = guarded(['administrator', 'editor'], ({ context, viewer }) =>
  settingsFor(context, viewer),
)

export default function SettingsRoute() {
  return <SettingsScreen {...useLoaderData<typeof loader>()} />
}
