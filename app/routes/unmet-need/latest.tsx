import { useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { needFacts } from '~/screens/unmet-need/facts.server'
import { needPage } from '~/screens/unmet-need/page.server'
import { NeedScreen, NothingYet, TITLE } from '~/screens/unmet-need/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/reports'
export const meta = () => pageTitle(TITLE)

/** The women's dashboard of the latest year that is published. It reads published figures and no person. */
export const loader = guarded('signed-in', async ({ context, viewer }) => {
  const facts = await needFacts(context.db, viewer, { period: null, version: null })
  if (facts === null) throw notFound()
  return facts === 'nothing yet' ? null : needPage(facts)
})

export default function UnmetNeed() {
  const page = useLoaderData<typeof loader>()
  return page ? <NeedScreen page={page} /> : <NothingYet />
}
