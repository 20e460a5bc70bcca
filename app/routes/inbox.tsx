import { useLoaderData } from '@remix-run/react'

import { inboxGroups, inboxLine } from '~/domain/referral/provider-lists'
import { inboxFor } from '~/domain/referral/referral-lists.server'
import { guarded } from '~/http/guard.server'
import { EmptyState } from '~/ui/card'
import { pageTitle } from '~/ui/page-title'
import { InboxLines } from '~/ui/referral/inbox-lines'
import { Tabs } from '~/ui/tabs'

export const meta = () => pageTitle('Referrals')

/** A provider's referrals, tier 1 and nothing more: open ones by what must be done next, or those that ended. */
export const loader = guarded('provider', async ({ request, context, viewer }) => {
  const closed = new URL(request.url).searchParams.get('state') === 'closed'
  const now = context.clock()
  const referrals = await inboxFor(context, viewer, { closed })
  return closed
    ? { closed, groups: [], ended: referrals.map(each => inboxLine(each, now)) }
    : { closed, groups: inboxGroups(referrals, now), ended: [] }
})

export default function Inbox() {
  const { closed, groups, ended } = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">Referrals</h1>
      <p className="tg-lede">
        By what must be done next. No name is shown here: it opens to whoever assesses.
      </p>
      <Tabs
        label="Referrals"
        tabs={[
          { to: '/inbox', text: 'Open', current: !closed },
          { to: '/inbox?state=closed', text: 'Ended in the last 28 days', current: closed },
        ]}
      />
      {groups.map(({ key, title, hint, lines }) => (
        <section key={key} className="tg-group">
          <h2 className="govuk-heading-m tg-group__title">
            {title} <span className="tg-quiet tg-group__count">{lines.length}</span>
          </h2>
          <p className="tg-quiet tg-group__hint">{hint}</p>
          <InboxLines lines={lines} />
        </section>
      ))}
      {closed && ended.length > 0 && (
        <InboxLines lines={ended.map(line => ({ ...line, due: line.stateLabel }))} />
      )}
      {groups.length + ended.length === 0 && <Nothing closed={closed} />}
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
