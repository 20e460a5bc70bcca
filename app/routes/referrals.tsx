import { useLoaderData } from '@remix-run/react'

import { teamReferralsFor } from '~/domain/referral/list/referral-lists.server'
import { guarded } from '~/http/guard.server'
import { listFrom } from '~/http/params.server'
import { teamPage } from '~/screens/referrals/page'
import { ReferralsScreen } from '~/screens/referrals/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Referrals')

/** The referrals of the viewer's prison team, by what needs the team next. */
export const loader = guarded('officer', async ({ request, context, viewer }) =>
  teamPage(await teamReferralsFor(context, viewer, listFrom(request)), context.clock()),
)

export default function Referrals() {
  return <ReferralsScreen page={useLoaderData<typeof loader>()} />
}
