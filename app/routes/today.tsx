import { Link, useLoaderData } from '@remix-run/react'

import type { ArrivingLine } from '~/domain/referral/provider-lists'
import { todayFor } from '~/domain/referral/today.server'
import { doneWords } from '~/domain/vacancy/vacancy-form'
import { guarded } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { NotificationBanner } from '~/ui/notification-banner'
import { pageTitle } from '~/ui/page-title'
import { ConfirmCard } from '~/ui/referral/confirm-card'
import { InboxLines } from '~/ui/referral/inbox-lines'
import { Tag } from '~/ui/tag'

export const meta = () => pageTitle('Today')

/** A provider's day. Nothing above tier 1. */
export const loader = guarded('provider', async ({ request, context, viewer }) => {
  const today = await todayFor(context, viewer)
  return {
    ...today,
    toConfirm: today.toConfirm.map(board => ({
      board,
      keys: { confirm: newIdempotencyKey(), taken: newIdempotencyKey() },
    })),
    done: doneWords(new URL(request.url).searchParams.get('done')),
  }
})

export default function TodayPage() {
  const { day, done, toConfirm, confirmed, fresh, waiting, elsewhere, arriving } =
    useLoaderData<typeof loader>()
  return (
    <>
      {done && <NotificationBanner kind="success" heading={done} />}
      <h1 className="govuk-heading-l">Today, {day}</h1>
      <div className="tg-columns tg-columns--aside tg-columns--day">
        <section className="tg-day__confirm" aria-labelledby="confirm">
          <h2 className={toConfirm.length > 0 ? 'govuk-visually-hidden' : 'govuk-heading-m'} id="confirm">
            Vacancies
          </h2>
          {toConfirm.map(({ board, keys }) => (
            <ConfirmCard key={board.serviceId} board={board} keys={keys} />
          ))}
          <Confirmed boards={confirmed} nothingElse={toConfirm.length === 0} />
        </section>
        <div className="tg-day__referrals">
          <section>
            <h2 className="govuk-heading-m">New referrals</h2>
            {fresh.length > 0 ? <InboxLines lines={fresh} /> : <Nothing>Nothing new.</Nothing>}
          </section>
          <section>
            <h2 className="govuk-heading-m">Waiting for you</h2>
            {waiting.length > 0 ? (
              <InboxLines lines={waiting} />
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
          <section>
            <h2 className="govuk-heading-m">Arriving this week</h2>
            {arriving.length > 0 ? (
              <ArrivingLines lines={arriving} />
            ) : (
              <Nothing>Nobody is expected in the next 7 days.</Nothing>
            )}
          </section>
        </div>
      </div>
    </>
  )
}

function Confirmed({
  boards,
  nothingElse,
}: {
  boards: ReadonlyArray<{
    serviceId: string
    name: string
    now: string
    next: string | null
    confirmed: string
  }>
  nothingElse: boolean
}) {
  if (boards.length === 0) return null
  return (
    <div className="tg-card">
      <p className="tg-card__title">{nothingElse ? 'Everything is confirmed' : 'Confirmed'}</p>
      <ul className="tg-confirmed">
        {boards.map(({ serviceId, name, now, next, confirmed }) => (
          <li key={serviceId}>
            <Link className="govuk-link govuk-link--no-visited-state" to={`/vacancies#s-${serviceId}`}>
              {name}
            </Link>
            <p className="tg-confirmed__what">{[now, next].filter(Boolean).join(' · ')}</p>
            <p className="tg-quiet tg-confirmed__last">{confirmed}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function ArrivingLines({ lines }: { lines: readonly ArrivingLine[] }) {
  return (
    <ul className="tg-lines">
      {lines.map(({ id, title, about, isOverdue }) => (
        <li key={id} className="tg-line">
          <div className="tg-line__what">
            <Link className="govuk-link govuk-link--no-visited-state tg-line__title" to={`/referrals/${id}`}>
              {title}
            </Link>
            <p className="tg-line__about">{about}</p>
          </div>
          {isOverdue && (
            <div className="tg-line__standing">
              <Tag tone="amber" sign="!">
                arrival not recorded
              </Tag>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function Nothing({ children }: { children: string }) {
  return <p className="govuk-body tg-quiet">{children}</p>
}
