import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { casesShown } from '~/screens/cases/lists.server'
import { CASE_LIST_TITLES } from '~/screens/cases/page'
import { guarded } from '~/http/guard.server'
import { caseListFrom, pageFrom } from '~/http/params.server'
import { CasesScreen } from '~/screens/cases/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? CASE_LIST_TITLES[data.list] : 'Cases')

/** The team's open cases, the nearest release first; by `?state=due` what is to be recorded, by `?state=closed` those that were closed. */
export const loader = guarded('officer', async ({ request, context, viewer }) => {
  return casesShown(context, viewer, { list: caseListFrom(request), page: pageFrom(request) })
})

export default function Cases() {
  return <CasesScreen {...useLoaderData<typeof loader>()} />
}
