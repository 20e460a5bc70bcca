import { Link } from '@remix-run/react'

import type { QueueGroup } from '~/domain/case/list/queue'
import { pageWords } from '~/domain/list/paging'
import { EmptyState } from '~/ui/card'
import { ButtonLink } from '~/ui/form/button'
import { Pagination } from '~/ui/pagination'
import { Tabs } from '~/ui/tabs'
import { FindForm } from '~/screens/cases-find/find-form'
import { CaseQueue } from './case-queue'
import { ClosedCases } from './closed-cases'
import { DueCases } from './due-cases'
import type { CasesShown } from './lists.server'
import { CASE_LIST_TITLES, type CaseList, type QueueView } from './page'

/** The team's cases: those that are open, those with something to record, those that were closed. */
export function CasesScreen({ list, today, many, queue, due, closed }: CasesShown) {
  const tab = (name: CaseList, text: string, count?: number) => ({
    to: name === 'open' ? '/cases' : `/cases?state=${name}`,
    text,
    count,
    current: list === name,
  })
  return (
    <>
      <div className="tg-title-row">
        <h1 className="govuk-heading-l">
          {list === 'open' ? 'Cases by days to release' : CASE_LIST_TITLES[list]}
        </h1>
        <ButtonLink look="secondary" to="/cases/release-list">
          Release list
        </ButtonLink>
        <ButtonLink to="/cases/new">Open a case</ButtonLink>
      </div>
      <FindForm />
      <Tabs
        label="Cases"
        tabs={[tab('open', 'Open'), tab('due', 'To record', many), tab('closed', 'Closed')]}
      />
      {closed && <ClosedCases {...closed} />}
      {due && <DueCases {...due} today={today} />}
      {queue && (queue.total === 0 ? <NoCases /> : <Queue queue={queue} />)}
    </>
  )
}

function Queue({ queue }: { queue: QueueView }) {
  const shown = queue.groups.reduce((sum, { lines }) => sum + lines.length, 0)
  const words = pageWords(queue, shown)
  return (
    <>
      <p className="tg-lede">{summaryOf(queue)}</p>
      {words && <p className="govuk-body tg-quiet">{words}</p>}
      <nav aria-label="Groups of cases">
        <ul className="tg-jump">
          {queue.index.map(({ group, title, count, page }) => (
            <li key={group}>
              <Link className="govuk-link govuk-link--no-visited-state" to={addressOf(page, group)}>
                {title} <span className="tg-quiet">{count}</span>
              </Link>
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
      <Pagination label="Cases" page={queue.page} pages={queue.pages} hrefOf={to => addressOf(to)} />
    </>
  )
}

function addressOf(page: number, group?: QueueGroup): string {
  return `/cases${page > 1 ? `?page=${page}` : ''}${group ? `#group-${group}` : ''}`
}

function summaryOf({ total: open, leavingSoon, leavingWithoutReferral }: QueueView): string {
  const cases = open === 1 ? '1 open case' : `${open} open cases`
  if (leavingSoon === 0) return `${cases} of your team. Nobody leaves within 28 days.`
  const without =
    leavingWithoutReferral === 0
      ? 'each with an open referral'
      : `${leavingWithoutReferral} of them without an open referral`
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
