import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { supplyFactsFor } from '~/screens/supply/facts.server'
import { supplyPage } from '~/screens/supply/page'
import { SUPPLY_TITLE, SupplyScreen } from '~/screens/supply/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle(SUPPLY_TITLE)

/** Supply by area as its address asks for it, now or as it was; it reads services and no person. */
export const loader = guarded('commissioner', async ({ request, context, viewer }) =>
  supplyPage(await supplyFactsFor(context, viewer, new URL(request.url).searchParams)),
)

export default function Supply() {
  return <SupplyScreen {...useLoaderData<typeof loader>()} />
}
