import { useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { versionFrom } from '~/screens/unmet-need/version-asked'
import { needFacts } from '~/screens/unmet-need/facts.server'
import { needPage } from '~/screens/unmet-need/page.server'
import { NeedScreen, TITLE } from '~/screens/unmet-need/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/reports'
export const meta = () => pageTitle(TITLE)

/** One period, in the version its address names or the latest: an earlier version says for ever what it said. */
export const loader = guarded('signed-in', async ({ context, viewer, params }) => {
  const asked = versionFrom(params)
  const facts = asked && (await needFacts(context.db, viewer, asked))
  if (!facts || facts === 'nothing yet') throw notFound()
  return needPage(facts)
})

export default function UnmetNeedVersion() {
  return <NeedScreen page={useLoaderData<typeof loader>()} />
}
