import { Link } from '@remix-run/react'

import { CaseReferrals } from '~/screens/referral-lists/case-referrals'
import { Card } from '~/ui/card'
import { Actions, ButtonLink } from '~/ui/form/button'
import { HistoryTable } from '~/ui/history'
import { Breadcrumbs } from '~/ui/page/breadcrumbs'
import { FactList, SummaryList } from '~/ui/summary-list'
import { TaskList } from '~/ui/task-list'
import { CaseSummary } from './case-summary'
import { ClosedCase } from './closed-case'
import type { CasePage } from './page'

interface CaseScreenProps extends CasePage {
  carried: { idempotencyKey: string; version: number }
}

/** A case's own page. */
export function CaseScreen({ carried, ...page }: CaseScreenProps) {
  const { summary } = page
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
      {page.waiting && (
        <p className="govuk-inset-text">
          {page.waiting}, from the last time. Until then they count as not known.{' '}
          <Link className="govuk-link" to={`${home}/carried`}>
            Confirm, change or drop them
          </Link>
        </p>
      )}
      {page.nobodyFits && (
        <p className="govuk-inset-text">
          Nobody fits. {page.nobodyFits}.{' '}
          <Link className="govuk-link" to={`${home}/nobody-fits`}>
            What was sent, and what came back
          </Link>
        </p>
      )}
      {page.closed ? (
        <ClosedCase caseId={summary.caseId} closed={page.closed} carried={carried} />
      ) : (
        <SearchActions home={home} />
      )}
      <div className="tg-columns tg-columns--aside">
        <div>
          <Referrals page={page} />
          {page.nominations.length > 0 && <Nominations nominations={page.nominations} />}
          <Checks page={page} />
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
      <ButtonLink look="secondary" to={`${home}/shortlist`}>
        Shortlist
      </ButtonLink>
      <ButtonLink look="secondary" to={`${home}/nobody-fits`}>
        Nobody fits
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

function Nominations({ nominations }: Pick<CasePage, 'nominations'>) {
  return (
    <section>
      <h2 className="govuk-heading-m">Family programmes</h2>
      <ul className="tg-lines">
        {nominations.map(({ id, programme, run, standing, changed }) => (
          <li key={id} className="tg-line">
            <div className="tg-line__what">
              <Link
                className="govuk-link govuk-link--no-visited-state tg-line__title"
                to={`/nominations/${id}`}
              >
                Nomination for {programme}
              </Link>
              <p className="tg-line__about">{run}</p>
              {changed && <p className="tg-line__about">{changed}</p>}
            </div>
            <div className="tg-line__standing">
              <p className="tg-line__due">{standing}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Checks({ page }: { page: CasePage }) {
  return (
    <section>
      <h2 className="govuk-heading-m" id="checks">
        Checks
      </h2>
      <p className="govuk-body">
        What becomes of the release. Each takes a minute; the region’s figures are counted from them, without
        a name.
      </p>
      <TaskList tasks={page.checks} />
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
            <ButtonLink look="secondary" to={`${home}/status`}>
              Change the status
            </ButtonLink>
          </Actions>
        )}
        {page.moves.length > 0 && <HistoryTable caption="Moves of the release date" entries={page.moves} />}
      </Card>
      <Card title="Person">
        <FactList rows={page.person} />
        <p className="govuk-body">
          <Link className="govuk-link" to={`${home}/history`}>
            What was corrected
          </Link>
        </p>
        {!page.closed && (
          <Actions>
            <ButtonLink look="secondary" to={`${home}/person`}>
              Correct the person
            </ButtonLink>
            <ButtonLink look="secondary" to={`${home}/hand-over`}>
              Hand over to another prison
            </ButtonLink>
            <ButtonLink look="secondary" to={`${home}/close`}>
              Close the case
            </ButtonLink>
          </Actions>
        )}
      </Card>
    </div>
  )
}
