import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { closedCasesFor } from '~/domain/case/closing/closed-cases.server'
import { casesFor } from '~/screens/cases/facts.server'
import { queueView } from '~/screens/cases/page'
import { londonDay } from '~/domain/time/calendar'
import { guarded } from '~/http/guard.server'
import { asksForClosed, pageFrom } from '~/http/params.server'
import { CasesScreen } from '~/screens/cases/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.closed ? 'Closed cases' : 'Cases')

/** The team's open cases, the nearest release first, or by `?state=closed` those that were closed. */
export const loader = guarded('officer', async ({ request, context, viewer }) => {
  const { db, keys } = context
  const now = context.clock()
  const asked = { page: pageFrom(request), now }
  if (asksForClosed(request)) return { closed: await closedCasesFor(db, viewer, keys, asked), queue: null }
  return { closed: null, queue: queueView(await casesFor(db, viewer, keys, asked), londonDay(now)) }
})

export default function Cases() {
  return <CasesScreen {...useLoaderData<typeof loader>()} />
}
