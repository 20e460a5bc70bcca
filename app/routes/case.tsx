import { redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { caseSummary } from '~/screens/case/summary'
import { CASE_DONE, type CasePage, casePage } from '~/screens/case/page'
import { caseStanding } from '~/domain/case/record/case-access.server'
import { findCaseFor } from '~/screens/case/facts.server'
import { reopenCase } from '~/domain/casework/reopen-case.server'
import { londonDay } from '~/domain/time/calendar'
import { guarded, notFound } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { titleOrRefusal } from '~/http/refusal-boundary'
import { differentBodyPage, refusalPage, stalePage } from '~/http/respond.server'
import { Breadcrumbs } from '~/ui/page/breadcrumbs'
import { Actions, ButtonLink } from '~/ui/form/button'
import { Card } from '~/ui/card'
import { CaseReferrals } from '~/screens/referral-lists/case-referrals'
import { CaseSummary } from '~/screens/case/case-summary'
import { ClosedCase } from '~/screens/case/closed-case'
import { HistoryTable } from '~/ui/history'
import { FactList, SummaryList } from '~/ui/summary-list'
import { TaskList } from '~/ui/task-list'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Case')

export const loader = guarded('officer', async ({ context, viewer, params }) => {
  const found = await findCaseFor(context, viewer, idFrom(params, 'caseId'))
  if (!found) throw notFound()
  const now = context.clock()
  return {
    summary: caseSummary(found, londonDay(now)),
    ...casePage(found, now),
    carried: { idempotencyKey: newIdempotencyKey(), version: found.version },
  }
})

/** Reopens a closed case; of an open one it shows the page. */
export const action = guarded('officer', async ({ request, context, viewer, params }) => {
  const caseId = idFrom(params, 'caseId')
  if ((await caseStanding(context, viewer, caseId)) === null) throw notFound()
  const form = await parseForm(request, z.object({}))
  if (!form.ok) return form.reply
  const result = await reopenCase(context, viewer, { caseId, version: form.version ?? 0 }, form.sent)
  const page = { text: 'Open the case', href: `/cases/${caseId}` }
  if (result.ok) return redirectSaying(context, page.href, CASE_DONE.reopened)
  if (result.reason === 'not_found') return redirect(page.href, 303)
  if (result.reason === 'another_open') throw anotherOpenPage(result.caseId)
  throw result.reason === 'stale' ? stalePage(page) : differentBodyPage(page)
})

function anotherOpenPage(otherId: string) {
  return refusalPage(409, {
    title: 'This person has another open case',
    paragraphs: ['It was opened after this one was closed. This one stays closed.'],
    link: { text: 'Open the other case', href: `/cases/${otherId}` },
  })
}

export default function CaseOwnPage() {
  const { summary, carried, ...page } = useLoaderData<typeof loader>()
  const home = `/cases/${summary.caseId}`
  return (
    <>
      <Breadcrumbs crumbs={[{ text: 'Cases', to: '/cases' }, { text: summary.reference }]} />
      <h1 className="govuk-heading-l">{summary.person?.name ?? summary.reference}</h1>
      <CaseSummary
        {...summary}
        unknown={
          page.closed ? (
            page.missing
          ) : (
            <a className="govuk-link" href="#missing">
              {page.missing}
            </a>
          )
        }
      />
      {page.earlier && (
        <p className="govuk-inset-text">
          An earlier case of this person was closed on {page.earlier.closedOn}.{' '}
          <Link className="govuk-link" to={`/cases/${page.earlier.id}`}>
            Read the earlier case
          </Link>
        </p>
      )}
      {page.closed ? <ClosedCase closed={page.closed} carried={carried} /> : <SearchActions home={home} />}
      <div className="tg-columns tg-columns--aside">
        <div>
          <Referrals page={page} />
          {!page.closed && <Missing page={page} home={home} />}
          <Answers page={page} home={home} />
        </div>
        <Aside page={page} home={home} />
      </div>
    </>
  )
}

const FAMILY_KINDS = 'kind=parenting_programme&kind=family_support&kind=visitors_centre'

function SearchActions({ home }: { home: string }) {
  return (
    <Actions>
      <ButtonLink to={`${home}/search`}>Search for places</ButtonLink>
      <ButtonLink look="secondary" to={`${home}/search?${FAMILY_KINDS}`}>
        Search for parenting and family support
      </ButtonLink>
    </Actions>
  )
}

function Referrals({ page }: { page: CasePage }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Referrals</h2>
      {page.referrals.length > 0 ? (
        <CaseReferrals referrals={page.referrals} />
      ) : (
        <p className="govuk-body">
          {page.closed ? 'None.' : 'None yet. Search for places, then refer to the ones that fit.'}
        </p>
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
              ...(!page.closed && { action: { to: `${home}/answers/${topic}` } }),
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
        {!page.closed && (
          <Actions>
            <ButtonLink look="secondary" to={`${home}/release-date`}>
              Move the release date
            </ButtonLink>
          </Actions>
        )}
        {page.moves.length > 0 && <HistoryTable caption="Moves of the release date" entries={page.moves} />}
      </Card>
      <Card title="Person">
        <FactList rows={page.person} />
        {!page.closed && (
          <Actions>
            <ButtonLink look="secondary" to={`${home}/close`}>
              Close the case
            </ButtonLink>
          </Actions>
        )}
      </Card>
    </div>
  )
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
