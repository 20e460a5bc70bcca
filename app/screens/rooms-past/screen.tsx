import { Link } from '@remix-run/react'

import { pageWords } from '~/domain/list/paging'
import { PAST_TITLE } from '~/domain/vacancy/vacancy'
import { href } from '~/paths'
import { EmptyState } from '~/ui/card'
import { Button } from '~/ui/form/button'
import { Select } from '~/ui/form/select'
import { BackLink } from '~/ui/page/breadcrumbs'
import { PrintLink } from '~/ui/page/print-link'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'
import type { PastShown } from './facts.server'
import type { PastLine } from './page'

/** The stays, voids and turnarounds of a service that are over, each with the way to correct it. */
export function PastScreen(page: PastShown) {
  const { serviceId, name, isClosed, roomId, lines, paging } = page
  const words = pageWords(paging, lines.length)
  return (
    <>
      {isClosed ? (
        <BackLink to={href('our-services/:serviceId', { serviceId })}>Back to the entry</BackLink>
      ) : (
        <BackLink to={href('our-services/:serviceId/rooms', { serviceId })}>
          Back to its rooms and beds
        </BackLink>
      )}
      <PrintLink />
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">{PAST_TITLE}</h1>
      <p className="tg-lede tg-screen-only">
        {isClosed
          ? 'The service has closed: nothing is changed of its beds any more.'
          : 'Open one to correct its days or its reason, to remove it, or to put back what was taken back.'}{' '}
        What was only held stands on its referral.
      </p>
      <OneRoom {...page} />
      {lines.length === 0 ? (
        <EmptyState title="Nothing is over yet">
          <p className="govuk-body">
            {roomId === ''
              ? 'What goes on, and what is to come, is on the page of your vacancies.'
              : 'Ask for all rooms: of this one nothing has ended or been taken back.'}
          </p>
        </EmptyState>
      ) : (
        <>
          {words && <p className="govuk-body">{words}</p>}
          <Lines lines={lines} />
        </>
      )}
      <Pagination
        label="Stays and voids"
        page={paging.page}
        pages={paging.pages}
        hrefOf={at => `?${new URLSearchParams({ ...(roomId && { room: roomId }), page: String(at) })}`}
      />
    </>
  )
}

function OneRoom({ serviceId, rooms, roomId }: PastShown) {
  if (rooms.length === 0) return null
  return (
    <form
      method="get"
      action={href('our-services/:serviceId/rooms/past', { serviceId })}
      className="tg-list-search tg-screen-only"
    >
      <Select
        id="room"
        name="room"
        label="Room"
        options={rooms}
        emptyText="All rooms"
        defaultValue={roomId}
        errors={[]}
      />
      <Button look="secondary">Show</Button>
    </form>
  )
}

function Lines({ lines }: Pick<PastShown, 'lines'>) {
  const ofReferral = { heading: 'Referral', cell: (line: PastLine) => <ReferralLink line={line} /> }
  return (
    <Table
      caption={`${PAST_TITLE}, the latest first`}
      captionHidden
      rows={lines}
      rowKey={({ claimId }) => claimId}
      rowHeaders
      stacks
      columns={[
        { heading: 'What it was', cell: line => <ClaimLink line={line} /> },
        { heading: 'From', cell: ({ from }) => from },
        { heading: 'Until', cell: line => <Until line={line} /> },
        ...(lines.some(({ referralId }) => referralId !== null) ? [ofReferral] : []),
      ]}
    />
  )
}

function ClaimLink({ line }: { line: PastLine }) {
  return (
    <Link className="govuk-link" to={href('vacancies/claims/:claimId', { claimId: line.claimId })}>
      {line.what}
      <span className="govuk-visually-hidden">{daysWords(line)}</span>
    </Link>
  )
}

function Until({ line: { until, takenBack } }: { line: PastLine }) {
  return until ?? <strong>{takenBack}</strong>
}

function ReferralLink({ line }: { line: PastLine }) {
  if (line.referralId === null) return null
  return (
    <Link className="govuk-link" to={href('referrals/:referralId', { referralId: line.referralId })}>
      Referral
      <span className="govuk-visually-hidden">
        : {line.what}
        {daysWords(line)}
      </span>
    </Link>
  )
}

/** Tells two stays in one room apart, to whoever hears the links alone. */
function daysWords({ from, until, takenBack }: PastLine): string {
  return [`, from ${from}`, until, takenBack].filter(Boolean).join('. ')
}
