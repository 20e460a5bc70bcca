import { useLoaderData } from '@remix-run/react'

import { caseSummary } from '~/domain/person-case/case-summary'
import { type CasePage, casePage } from '~/domain/person-case/case-page'
import { findCaseFor } from '~/domain/person-case/person-case-queries.server'
import { londonDay } from '~/domain/region/calendar'
import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Actions, ButtonLink } from '~/ui/button'
import { Card } from '~/ui/card'
import { CaseReferrals } from '~/ui/case/case-referrals'
import { CaseSummary } from '~/ui/case/case-summary'
import { HistoryTable } from '~/ui/history'
import { NotificationBanner } from '~/ui/notification-banner'
import { pageTitle } from '~/ui/page-title'
import { FactList, SummaryList } from '~/ui/summary-list'
import { TaskList } from '~/ui/task-list'

export const meta = () => pageTitle('Case')

export const loader = guarded('officer', async ({ request, context, viewer, params }) => {
  const found = await findCaseFor(context, viewer, idFrom(params, 'caseId'))
  if (!found) throw notFound()
  const now = context.clock()
  return {
    summary: caseSummary(found, londonDay(now)),
    ...casePage(found, new URL(request.url).searchParams, now),
  }
})

export default function CaseOwnPage() {
  const { summary, ...page } = useLoaderData<typeof loader>()
  const home = `/cases/${summary.caseId}`
  return (
    <>
      <Breadcrumbs crumbs={[{ text: 'Cases', to: '/cases' }, { text: summary.reference }]} />
      {page.done && <NotificationBanner kind="success" heading={page.done} />}
      <h1 className="govuk-heading-l">{summary.person?.name ?? summary.reference}</h1>
      <CaseSummary
        {...summary}
        unknown={
          <a className="govuk-link" href="#missing">
            {page.missing}
          </a>
        }
      />
      <Actions>
        <ButtonLink to={`${home}/search`}>Search for places</ButtonLink>
        <ButtonLink look="secondary" to={`${home}/search?kind=parenting_programme&kind=family_support`}>
          Search for parenting and family support
        </ButtonLink>
      </Actions>
      <div className="tg-columns tg-columns--aside">
        <div>
          <Referrals page={page} />
          <Missing page={page} home={home} />
          <Answers page={page} home={home} />
        </div>
        <Aside page={page} home={home} />
      </div>
    </>
  )
}

function Referrals({ page }: { page: CasePage }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Referrals</h2>
      {page.referrals.length > 0 ? (
        <CaseReferrals referrals={page.referrals} />
      ) : (
        <p className="govuk-body">None yet. Search for places, then refer to the ones that fit.</p>
      )}
    </section>
  )
}

function Missing({ page, home }: { page: CasePage; home: string }) {
  return (
    <section>
      <h2 className="govuk-heading-m" id="missing">
        What is missing for what
      </h2>
      <TaskList tasks={page.tasks.map(task => ({ ...task, to: `${home}/answers/${task.id}` }))} />
    </section>
  )
}

function Answers({ page, home }: { page: CasePage; home: string }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Answers</h2>
      {page.topics.map(({ topic, title, answers }) => (
        <div key={topic} className="tg-tight">
          <h3 className="govuk-heading-s">{title}</h3>
          <SummaryList
            rows={answers.map(({ question, answer }) => ({
              key: question,
              value: answer,
              action: { to: `${home}/answers/${topic}` },
            }))}
          />
        </div>
      ))}
    </section>
  )
}

function Aside({ page, home }: { page: CasePage; home: string }) {
  return (
    <div>
      <Card title="Release">
        <FactList rows={page.release} />
        <Actions>
          <ButtonLink look="secondary" to={`${home}/release-date`}>
            Move the release date
          </ButtonLink>
        </Actions>
        {page.moves.length > 0 && <HistoryTable caption="Moves of the release date" entries={page.moves} />}
      </Card>
      <Card title="Person">
        <FactList rows={page.person} />
      </Card>
    </div>
  )
}
