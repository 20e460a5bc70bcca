import { Link } from '@remix-run/react'

import { href } from '~/paths'
import { StandingTag } from '~/screens/our-services/standing-tag'
import { Facts } from '~/screens/referral-lists/referral-lines'
import { EmptyState } from '~/ui/card'
import { ButtonLink } from '~/ui/form/button'
import { BackLink } from '~/ui/page/breadcrumbs'
import { Tag, type TagProps } from '~/ui/tag'
import type { CohortsPage } from './facts.server'
import type { RunLine } from './page'

/** The runs of a programme: those to come and those that are on, and apart those that are over. */
export function CohortsScreen({ page }: { page: CohortsPage }) {
  const { id, name, mayChange, isStated, standing, standingWords } = page
  return (
    <>
      <BackLink to={href('our-services/:serviceId', { serviceId: id })}>Back to the entry</BackLink>
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">Runs of this programme</h1>
      <p className="govuk-body">
        <StandingTag standing={standing}>{standingWords}</StandingTag>
      </p>
      {TAKES_NOBODY[standing] && <p className="govuk-body">{TAKES_NOBODY[standing]}</p>}
      {mayChange && isStated && (
        <ButtonLink to={runHref(id, 'new')} look="primary">
          Add a run
        </ButtonLink>
      )}
      {!isStated && <NotStated id={id} mayChange={mayChange} />}
      <Runs title="Now and to come" page={page} runs={page.ahead}>
        {isStated && page.over.length === 0
          ? 'No run is entered: people are nominated at any time.'
          : 'None.'}
      </Runs>
      {page.over.length > 0 && <Runs title="Over" page={page} runs={page.over} />}
      <MoreLinks page={page} />
    </>
  )
}

const TAKES_NOBODY: Readonly<Partial<Record<CohortsPage['standing'], string>>> = {
  paused: 'It is paused: nobody new can be nominated. Those who were nominated before go on.',
  closed: 'It is closed: nobody can be nominated.',
}

function runHref(serviceId: string, cohortId: string): string {
  return href('our-services/:serviceId/cohorts/:cohortId', { serviceId, cohortId })
}

function NotStated({ id, mayChange }: { id: string; mayChange: boolean }) {
  return (
    <EmptyState title="Say first what the programme is">
      <p className="govuk-body">
        A run belongs to a programme: its type, where it is given and whom it is for.{' '}
      </p>
      {mayChange && (
        <Link
          className="govuk-link"
          to={href('our-services/:serviceId/entry/:part', { serviceId: id, part: 'programme' })}
        >
          Say what the programme is
        </Link>
      )}
    </EmptyState>
  )
}

interface RunsProps {
  title: string
  page: CohortsPage
  runs: readonly RunLine[]
  /** What stands there where there is none. */
  children?: string
}

function Runs({ title, page, runs, children }: RunsProps) {
  return (
    <section aria-label={title}>
      <h2 className="govuk-heading-m">{title}</h2>
      {runs.length === 0 ? (
        <p className="govuk-body">{children}</p>
      ) : (
        <ul className="tg-lines">
          {runs.map(run => (
            <OneRun key={run.id} run={run} page={page} />
          ))}
        </ul>
      )}
    </section>
  )
}

const LOOK: Readonly<Record<RunLine['standing'], Pick<TagProps, 'tone' | 'sign'>>> = {
  open: { tone: 'green', sign: '✓' },
  held: {},
  shut: {},
  over: {},
  cancelled: { tone: 'red', sign: '✕' },
}

function OneRun({ run, page: { id, mayChange } }: { run: RunLine; page: CohortsPage }) {
  return (
    <li className="tg-line">
      <div className="tg-line__what">
        <h3 className="govuk-heading-s">{run.dates}</h3>
        <Facts facts={run.facts} />
      </div>
      <div className="tg-line__standing">
        <Tag {...LOOK[run.standing]}>{run.standingWords}</Tag>
        {mayChange && <RunLinks run={run} id={id} />}
      </div>
    </li>
  )
}

function RunLinks({ run, id }: { run: RunLine; id: string }) {
  const of = <span className="govuk-visually-hidden"> the run from {run.dates}</span>
  const cancel = href('our-services/:serviceId/cohorts/:cohortId/cancel', { serviceId: id, cohortId: run.id })
  return (
    <ul className="govuk-list">
      {run.standing !== 'cancelled' && (
        <li>
          <Link className="govuk-link" to={runHref(id, run.id)}>
            Change{of}
          </Link>
        </li>
      )}
      <li>
        <Link className="govuk-link" to={cancel}>
          {run.standing === 'cancelled' ? 'Put on again' : 'Cancel'}
          {of}
        </Link>
      </li>
    </ul>
  )
}

function MoreLinks({ page: { id, mayChange, isOwn } }: { page: CohortsPage }) {
  return (
    <>
      {isOwn && (
        <p className="govuk-body">
          <Link className="govuk-link" to={href('nominations', {})}>
            Who is nominated
          </Link>
        </p>
      )}
      {mayChange && (
        <p className="govuk-body">
          <Link className="govuk-link" to={href('our-services/:serviceId/standing', { serviceId: id })}>
            Open, pause or close the programme
          </Link>
        </p>
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to={href('our-services/:serviceId/history', { serviceId: id })}>
          What was changed
        </Link>
      </p>
    </>
  )
}
