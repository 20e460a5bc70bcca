import { Link } from '@remix-run/react'

import { pageWords } from '~/domain/list/paging'
import { href } from '~/paths'
import { StandingTag } from '~/screens/our-services/standing-tag'
import { EmptyState } from '~/ui/card'
import { ButtonLink } from '~/ui/form/button'
import { Pagination } from '~/ui/pagination'
import { PhoneLink } from '~/ui/phone-link'
import { Table } from '~/ui/table'
import type { CouncilPage } from './facts.server'

/** Home of a council's housing options: who it was told of, and what the directory says of it. */
export function CouncilScreen({ duties, entries, newReferrals, ...paging }: CouncilPage) {
  const said = pageWords(paging, duties.length)
  return (
    <>
      <h1 className="govuk-heading-l">Your council</h1>
      {newReferrals !== null && (
        <p className="govuk-body">
          <Link className="govuk-link" to={href('inbox', {})}>
            {newReferrals === 1 ? '1 new referral' : `${newReferrals} new referrals`} to your own services
          </Link>
        </p>
      )}
      <h2 className="govuk-heading-m">Duty to refer: releases you were told of</h2>
      {said && <p className="govuk-body tg-quiet">{said}</p>}
      <Duties duties={duties} />
      <Pagination label="Releases" {...paging} hrefOf={page => `${href('council', {})}?page=${page}`} />
      <h2 className="govuk-heading-m">What the directory says of you</h2>
      <Entries entries={entries} />
    </>
  )
}

function Duties({ duties }: Pick<CouncilPage, 'duties'>) {
  if (duties.length === 0)
    return (
      <EmptyState title="Nobody is waiting whom you were told of">
        <p className="govuk-body">
          A release comes here once a prison’s team has told you of it: only of people who agreed to it, chose
          your council, and let contact details be passed. Who they are is told by the team, not here.
        </p>
      </EmptyState>
    )
  return (
    <>
      <p className="govuk-body">
        They agreed to it, chose your council, and let contact details be passed. Who they are is in what the
        prison’s team sent you: ring the team and name the reference.
      </p>
      <Table
        caption="Releases you were told of, the soonest first"
        captionHidden
        stacks
        rows={duties}
        rowKey={({ reference }) => reference}
        rowHeaders
        columns={[
          { heading: 'Reference', cell: ({ reference }) => reference },
          { heading: 'Release', cell: ({ release }) => release },
          { heading: 'Told on', cell: ({ toldOn }) => toldOn },
          { heading: 'Team', cell: ({ team }) => team },
          {
            heading: 'Ring',
            cell: ({ teamPhone }) => (teamPhone ? <PhoneLink number={teamPhone} /> : 'No number stated'),
          },
        ]}
      />
    </>
  )
}

function Entries({ entries }: Pick<CouncilPage, 'entries'>) {
  if (entries.length === 0)
    return (
      <EmptyState title="Nothing is entered yet">
        <p className="govuk-body">Officers and the public find your housing options by its entry.</p>
        <ButtonLink to={href('our-services/new', {})}>Add your entry</ButtonLink>
      </EmptyState>
    )
  return (
    <Table
      caption="Your entries"
      captionHidden
      stacks
      rows={entries}
      rowKey={({ id }) => id}
      rowHeaders
      columns={[
        {
          heading: 'Entry',
          cell: ({ id, name, kind }) => (
            <>
              <Link className="govuk-link" to={href('our-services/:serviceId', { serviceId: id })}>
                {name}
              </Link>
              <div className="tg-quiet">{kind}</div>
            </>
          ),
        },
        {
          heading: 'How it stands',
          cell: ({ standing, standingWords }) => (
            <StandingTag standing={standing}>{standingWords}</StandingTag>
          ),
        },
        { heading: 'Checked by an editor', cell: ({ assured }) => assured },
        { heading: 'What waits', cell: ({ waits }) => waits },
      ]}
    />
  )
}
