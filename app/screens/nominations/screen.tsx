import { Link } from '@remix-run/react'

import { href } from '~/paths'
import { Facts } from '~/screens/referral-lists/referral-lines'
import { EmptyState } from '~/ui/card'
import { Actions } from '~/ui/form/button'
import { PostButton } from '~/ui/form/post-button'
import { Pagination } from '~/ui/pagination'
import { Tabs } from '~/ui/tabs'
import { Tag } from '~/ui/tag'
import type { NominationLine, NominationsPage } from './facts.server'

/** A provider's nominations, run by run, with the steps that take one tap. */
export function NominationsScreen({ page: { list, counts, paging, runs } }: { page: NominationsPage }) {
  const path = list === 'open' ? '/nominations?' : '/nominations?state=ended&'
  return (
    <>
      <h1 className="govuk-heading-l">Nominations</h1>
      <p className="tg-lede">
        Each person has agreed to be nominated. You read no name: the prison’s team knows the case by its
        reference.
      </p>
      <Tabs
        label="Nominations"
        tabs={[
          { to: '/nominations', text: 'Open', count: counts.open, current: list === 'open' },
          { to: '/nominations?state=ended', text: 'Ended', count: counts.ended, current: list === 'ended' },
        ]}
      />
      {runs.length === 0 && (
        <EmptyState title={list === 'open' ? 'Nobody is nominated' : 'No nomination has ended'}>
          <p className="govuk-body">A prison’s team nominates people for the runs of your programmes.</p>
        </EmptyState>
      )}
      {runs.map(({ key, serviceId, programme, run, places, lines }) => (
        <section key={key} aria-labelledby={`run-${key}`}>
          <h2 className="govuk-heading-m" id={`run-${key}`}>
            {programme}: {run}
          </h2>
          <p className="govuk-body">
            {places && `${places}. `}
            <Link className="govuk-link" to={href('our-services/:serviceId/cohorts', { serviceId })}>
              The runs<span className="govuk-visually-hidden"> of {programme}</span>
            </Link>
          </p>
          <ul className="tg-lines">
            {lines.map(line => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
      <Pagination label="Nominations" {...paging} hrefOf={to => `${path}page=${to}`} />
    </>
  )
}

function Line({ line }: { line: NominationLine }) {
  return (
    <li className="tg-line">
      <div className="tg-line__what">
        <Link
          className="govuk-link govuk-link--no-visited-state tg-line__title"
          to={`/nominations/${line.id}`}
        >
          {line.who}
        </Link>
        <Facts facts={line.facts} />
        {line.changed && <Tag sign="!">{line.changed}</Tag>}
      </div>
      <div className="tg-line__standing">
        <p className="tg-line__due">{line.standing}</p>
        <Actions>
          {line.taps.map(({ event, wording }) => (
            <PostButton
              key={event}
              action={`/nominations/${line.id}`}
              values={{ ...line.carried, event, back: 'list' }}
              look="secondary"
              about={line.who}
            >
              {wording}
            </PostButton>
          ))}
        </Actions>
      </div>
    </li>
  )
}
