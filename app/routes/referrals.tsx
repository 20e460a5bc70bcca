import { useLoaderData } from '@remix-run/react'

import { teamReferralsFor } from '~/domain/referral/referral-lists.server'
import { teamGroups, teamLine, type TeamLine } from '~/domain/referral/team-lists'
import { guarded } from '~/http/guard.server'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/card'
import { pageTitle } from '~/ui/page-title'
import { ReferralLines } from '~/ui/referral/referral-lines'
import { StateTag } from '~/ui/case/case-referrals'
import { Tabs } from '~/ui/tabs'
import { TagList } from '~/ui/tag'

export const meta = () => pageTitle('Referrals')

/** The referrals of the viewer's prison team, by what needs the team next. */
export const loader = guarded('officer', async ({ request, context, viewer }) => {
  const closed = new URL(request.url).searchParams.get('state') === 'closed'
  const now = context.clock()
  const referrals = await teamReferralsFor(context, viewer, { closed })
  return closed
    ? { closed, groups: [], ended: referrals.map(each => teamLine(each, now)) }
    : { closed, groups: teamGroups(referrals, now), ended: [] }
})

export default function Referrals() {
  const { closed, groups, ended } = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">Your team’s referrals</h1>
      <p className="tg-lede">By what needs you next. Any colleague can act on any of them.</p>
      <Tabs
        label="Referrals"
        tabs={[
          { to: '/referrals', text: 'Open', current: !closed },
          { to: '/referrals?state=closed', text: 'Ended', current: closed },
        ]}
      />
      {groups.map(({ key, title, hint, lines }) => (
        <section key={key} className="tg-group">
          <h2 className="govuk-heading-m tg-group__title">
            {title} <span className="tg-quiet tg-group__count">{lines.length}</span>
          </h2>
          <p className="tg-quiet tg-group__hint">{hint}</p>
          <TeamLines lines={lines} />
        </section>
      ))}
      {ended.length > 0 && <TeamLines lines={ended} />}
      {groups.length + ended.length === 0 && <Nothing closed={closed} />}
    </>
  )
}

function TeamLines({ lines }: { lines: readonly TeamLine[] }) {
  return (
    <ReferralLines
      lines={lines.map(
        ({ id, personName, serviceName, providerName, release, reference, due, late, state }) => ({
          id,
          title: `${personName}: ${serviceName}`,
          about: [providerName, release, reference],
          due: due && `${due.charAt(0).toUpperCase()}${due.slice(1)}`,
          late,
          tags: (
            <TagList>
              <StateTag state={state} />
            </TagList>
          ),
        }),
      )}
    />
  )
}

function Nothing({ closed }: { closed: boolean }) {
  if (closed) return <EmptyState title="No referral of your team has ended">{null}</EmptyState>
  return (
    <EmptyState title="Your team has no open referral">
      <p className="govuk-body">Start from a case: search for places, then refer to those that fit.</p>
      <ButtonLink to="/cases">Go to cases</ButtonLink>
    </EmptyState>
  )
}
