import { useLoaderData } from '@remix-run/react'

import { inboxPage } from '~/domain/referral/provider-lists'
import { asksForEnded } from '~/domain/referral/referral-groups'
import { inboxFor } from '~/domain/referral/referral-lists.server'
import { guarded } from '~/http/guard.server'
import { EmptyState } from '~/ui/card'
import { pageTitle } from '~/ui/page-title'
import { InboxLines } from '~/ui/referral/inbox-lines'
import { ReferralGroups } from '~/ui/referral/referral-groups'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Referrals')

/** A provider's referrals, tier 1 and nothing more: open ones by what must be done next, or those that ended. */
export const loader = guarded('provider', async ({ request, context, viewer }) => {
  const closed = asksForEnded(request)
  return inboxPage(closed, await inboxFor(context, viewer, { closed }), context.clock())
})

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
        endedText="Ended in the last 28 days"
        draw={lines => <InboxLines lines={lines} />}
        nothing={<Nothing closed={page.closed} />}
      />
    </>
  )
}

function Nothing({ closed }: { closed: boolean }) {
  if (closed) return <EmptyState title="Nothing has ended in the last 28 days">{null}</EmptyState>
  return (
    <EmptyState title="No open referral">
      <p className="govuk-body">
        New ones come here and to your email. Officers find you by your vacancies and your policy: keep both
        true.
      </p>
    </EmptyState>
  )
}
