import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { closedCasesFor } from '~/domain/person-case/closed-cases.server'
import { casesFor } from '~/domain/person-case/person-case-queries.server'
import { queueView, type QueueView } from '~/domain/person-case/queue-view'
import { asksForEnded } from '~/domain/referral/referral-groups'
import { londonDay } from '~/domain/region/calendar'
import { guarded } from '~/http/guard.server'
import { pageFrom } from '~/http/params.server'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/card'
import { CaseQueue } from '~/ui/case/case-queue'
import { ClosedCases } from '~/ui/case/closed-cases'
import { pageTitle } from '~/ui/page-title'
import { Tabs } from '~/ui/tabs'

export { links } from '~/styles/work'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.closed ? 'Closed cases' : 'Cases')

/** The team's open cases, the nearest release first, or by `?state=closed` those that were closed. */
export const loader = guarded('officer', async ({ request, context, viewer }) => {
  const { db, keys } = context
  const now = context.clock()
  if (asksForEnded(request))
    return { closed: await closedCasesFor(db, viewer, keys, { page: pageFrom(request), now }), queue: null }
  return { closed: null, queue: queueView(await casesFor(db, viewer, keys, now), londonDay(now)) }
})

export default function Cases() {
  const { closed, queue } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="tg-title-row">
        <h1 className="govuk-heading-l">{closed ? 'Closed cases' : 'Cases by days to release'}</h1>
        <ButtonLink to="/cases/new">Open a case</ButtonLink>
      </div>
      <Tabs
        label="Cases"
        tabs={[
          { to: '/cases', text: 'Open', current: !closed },
          { to: '/cases?state=closed', text: 'Closed', current: Boolean(closed) },
        ]}
      />
      {closed && <ClosedCases {...closed} />}
      {queue && (queue.open === 0 ? <NoCases /> : <Queue queue={queue} />)}
    </>
  )
}

function Queue({ queue }: { queue: QueueView }) {
  return (
    <>
      <p className="tg-lede">{summaryOf(queue)}</p>
      <nav aria-label="Groups of cases">
        <ul className="tg-jump">
          {queue.groups.map(({ group, title, lines }) => (
            <li key={group}>
              <a className="govuk-link govuk-link--no-visited-state" href={`#group-${group}`}>
                {title} <span className="tg-quiet">{lines.length}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {queue.groups.map(({ group, title, lines }, index) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 className="govuk-heading-s tg-queue-title" id={`group-${group}`}>
            {title}
          </h2>
          <CaseQueue title={title} lines={lines} isFirst={index === 0} />
        </section>
      ))}
    </>
  )
}

function summaryOf({ open, leavingSoon, leavingWithoutReferral }: QueueView): string {
  const cases = open === 1 ? '1 open case' : `${open} open cases`
  if (leavingSoon === 0) return `${cases} of your team. Nobody leaves within 28 days.`
  const without =
    leavingWithoutReferral === 0
      ? 'each with a referral'
      : `${leavingWithoutReferral} of them without a referral`
  return `${cases} of your team. ${leavingSoon} ${leavingSoon === 1 ? 'leaves' : 'leave'} within 28 days, ${without}.`
}

function NoCases() {
  return (
    <EmptyState title="Your team has no open case">
      <p className="govuk-body">
        Open one for anybody who may leave within 12 weeks. It takes the prison number, name, date of birth
        and what is known of the release; everything else can wait.
      </p>
      <ButtonLink to="/cases/new">Open a case</ButtonLink>
    </EmptyState>
  )
}
