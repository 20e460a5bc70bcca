import { useLoaderData } from '@remix-run/react'

import { findAuthority } from '~/domain/area/region'
import { guarded, notFound } from '~/http/guard.server'
import { authorityFacts } from '~/screens/authority/facts.server'
import { authorityPage } from '~/screens/authority/page.server'
import { AuthorityScreen } from '~/screens/authority/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/reports'
export const meta = () => pageTitle('Women leaving prison: one authority')

/** One authority: its published counts beside the region's, and its supply. It reads no person. */
export const loader = guarded('signed-in', async ({ context, viewer, params }) => {
  const authority = findAuthority(params.code ?? '')
  if (!authority) throw notFound()
  return authorityPage(
    authority.code,
    await authorityFacts(context.db, viewer, authority.code, context.clock()),
  )
})

export default function Authority() {
  return <AuthorityScreen page={useLoaderData<typeof loader>()} />
}
