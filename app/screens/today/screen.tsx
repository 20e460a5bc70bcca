import { Link } from '@remix-run/react'

import { InboxLines } from '~/screens/inbox/inbox-lines'
import { PrintLink } from '~/ui/page/print-link'
import { ArrivingLines } from './arriving-lines'
import { ConfirmCard, type ConfirmCardProps } from './confirm-card'
import { ConfirmedBoards } from './confirmed-boards'
import { EntryLines } from './entries'
import { StillThere } from './still-there'
import type { Today } from './facts.server'

export interface TodayProps extends Omit<Today, 'toConfirm'> {
  toConfirm: readonly ConfirmCardProps[]
}

/** A provider's day. */
export function TodayScreen({ day, out, ...today }: TodayProps) {
  return (
    <>
      <PrintLink />
      <h1 className="govuk-heading-l">Today, {day}</h1>
      {out.lines.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">Out today or tomorrow</h2>
          <Pressing {...out} />
        </section>
      )}
      <div className="tg-columns tg-columns--aside tg-day">
        {today.toConfirm.length > 0 && (
          <section className="tg-day__ask" aria-label="Vacancies to confirm">
            {today.toConfirm.map(({ board, keys }) => (
              <ConfirmCard key={board.serviceId} board={board} keys={keys} />
            ))}
          </section>
        )}
        <Referrals {...today} />
        <div className="tg-day__confirmed">
          <ConfirmedBoards boards={today.confirmed} />
        </div>
      </div>
    </>
  )
}

function Referrals({
  fresh,
  waiting,
  elsewhere,
  arriving,
  stillThere,
  nominated,
  entries,
}: Omit<TodayProps, 'day' | 'out'>) {
  return (
    <div className="tg-day__referrals">
      <section>
        <h2 className="govuk-heading-m">New referrals</h2>
        {fresh.lines.length > 0 ? <Pressing {...fresh} /> : <Nothing>Nothing new.</Nothing>}
      </section>
      <section>
        <h2 className="govuk-heading-m">Waiting for you</h2>
        {waiting.lines.length > 0 ? (
          <Pressing {...waiting} />
        ) : (
          <Nothing>Nothing waits for your decision.</Nothing>
        )}
        {elsewhere > 0 && (
          <p className="govuk-body">
            <Link className="govuk-link" to="/inbox">
              {elsewhere} {elsewhere === 1 ? 'waits' : 'wait'} for the referrer
            </Link>
          </p>
        )}
      </section>
      {nominated > 0 && (
        <section>
          <h2 className="govuk-heading-m">Nominations to your programmes</h2>
          <p className="govuk-body">
            <Link className="govuk-link" to="/nominations">
              {nominated} {nominated === 1 ? 'waits' : 'wait'} for your checks or a place
            </Link>
          </p>
        </section>
      )}
      {stillThere.length > 0 && <StillThere lines={stillThere} />}
      {entries.length > 0 && <EntryLines lines={entries} />}
      <section>
        <h2 className="govuk-heading-m">Arriving this week</h2>
        {arriving.length > 0 ? (
          <ArrivingLines lines={arriving} />
        ) : (
          <Nothing>Nobody is expected in the next 7 days.</Nothing>
        )}
      </section>
    </div>
  )
}

function Pressing({ lines, more }: TodayProps['fresh']) {
  return (
    <>
      <InboxLines lines={lines} />
      {more > 0 && (
        <p className="govuk-body">
          <Link className="govuk-link" to="/inbox">
            {more} more in your referrals
          </Link>
        </p>
      )}
    </>
  )
}

function Nothing({ children }: { children: string }) {
  return <p className="govuk-body tg-quiet">{children}</p>
}
