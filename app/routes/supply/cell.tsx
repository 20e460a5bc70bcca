import { useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { supplyCellFor } from '~/screens/supply-cell/facts.server'
import { supplyCellPage } from '~/screens/supply-cell/page'
import { SupplyCellScreen } from '~/screens/supply-cell/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Behind a cell of supply')

/** What is behind one cell of supply: the services of an area and what they answer to a column, or to the combination of the address. */
export const loader = guarded('commissioner', async ({ request, params, context, viewer }) => {
  const { authorityCode = '', column = '' } = params
  const facts = await supplyCellFor(
    context,
    viewer,
    { authorityCode, column },
    new URL(request.url).searchParams,
  )
  if (facts === null) throw notFound()
  return supplyCellPage(facts)
})

export default function SupplyCell() {
  return <SupplyCellScreen {...useLoaderData<typeof loader>()} />
}
