import { useActionData, useLoaderData } from '@remix-run/react'

import { findSetting } from '~/domain/setting/settings'
import { guarded, notFound } from '~/http/guard.server'
import { settingAction } from '~/screens/settings/act.server'
import { settingFor } from '~/screens/settings/facts.server'
import { SettingScreen } from '~/screens/settings/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Setting')

/** One setting of the region. */
export const loader = guarded(['administrator', 'editor'], async ({ context, viewer, params }) => {
  const setting = findSetting(params.setting)
  if (!setting) throw notFound()
  return settingFor(context, viewer, setting)
})

export const action = guarded('administrator', async ({ request, context, viewer, params }) => {
  const setting = findSetting(params.setting)
  if (!setting) throw notFound()
  return settingAction(context, viewer, setting, request)
})

export default function SettingRoute() {
  const submission = useActionData<typeof action>()?.submission
  return <SettingScreen page={useLoaderData<typeof loader>()} submission={submission} />
}
