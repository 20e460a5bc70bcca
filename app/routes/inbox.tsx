import { useLoaderData } from '@remix-run/react'

import { inboxPage } from '~/screens/inbox/page'
import type { ReferralListPart } from '~/domain/referral/list/referral-groups'
import { inboxFor } from '~/domain/referral/list/referral-lists.server'
import { guarded } from '~/http/guard.server'
import { listFrom } from '~/http/params.server'
import { EmptyState } from '~/ui/card'
import { pageTitle } from '~/ui/page/page-title'
import { InboxLines } from '~/screens/inbox/inbox-lines'
import { ReferralGroups } from '~/screens/referral-lists/referral-groups'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Referrals')

const TITLES = { open: 'Open', here: 'Here now', ended: 'Ended in the last 28 days' }

/** A provider's referrals, tier 1 and nothing more: open ones by what must be done next, who lives there, or those that ended. */
export const loader = guarded('provider', async ({ request, context, viewer }) =>
  inboxPage(await inboxFor(context, viewer, listFrom(request)), context.clock()),
)

export default function Inbox() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">Referrals</h1>
      <p className="tg-lede">
        By what must be done next. No name is shown here: it opens to whoever assesses.
      </p>
      <ReferralGroups
        page={page}
        path="/inbox"
        titles={TITLES}
        draw={lines => <InboxLines lines={lines} />}
        nothing={<Nothing list={page.list} />}
      />
    </>
  )
}

function Nothing({ list }: { list: ReferralListPart }) {
  if (list === 'ended') return <EmptyState title="Nothing has ended in the last 28 days">{null}</EmptyState>
  if (list === 'here')
    return <EmptyState title="Nobody who was referred here lives here now">{null}</EmptyState>
  return (
    <EmptyState title="No open referral">
      <p className="govuk-body">
        New ones come here and to your email. Officers find you by your vacancies and your policy: keep both
        true.
      </p>
    </EmptyState>
  )
}
