import { Link } from '@remix-run/react'

import { classNames } from '~/ui/class-names'
import { EmptyState } from '~/ui/card'
import { BackLink } from '~/ui/page/breadcrumbs'
import { PrintLink } from '~/ui/page/print-link'
import { DAY_STATES, type DayState } from './days'
import type { OccupancyShown } from './facts.server'
import { OccupancyPicture } from './picture'

/** Every room of the viewer's own services on each day of eight weeks, and who is expected to leave. */
export function OccupancyScreen({ days, weeks, services }: OccupancyShown) {
  return (
    <div className="tg-landscape">
      <BackLink to="/vacancies">Back to your vacancies</BackLink>
      <PrintLink />
      <h1 className="govuk-heading-l">Occupancy, eight weeks</h1>
      {services.length === 0 && (
        <EmptyState title="No service of yours lists rooms or beds">
          <p className="govuk-body">Add rooms on the page of your vacancies.</p>
        </EmptyState>
      )}
      {services.map(service => (
        <section key={service.serviceId} className="tg-occupancy" aria-labelledby={`o-${service.serviceId}`}>
          <h2 className="govuk-heading-m" id={`o-${service.serviceId}`}>
            {service.name}
          </h2>
          <p className="govuk-body">{service.sentence}</p>
          <p className="govuk-body">
            A code says what a room is in the night of that day. On the last day of a stay, or of what is
            free, somebody leaves: that night is turnaround.
          </p>
          <OccupancyPicture counts={service.counts} weeks={weeks} />
          <OccupancyTable service={service} days={days} weeks={weeks} />
          <Key />
          <Leaving service={service} />
        </section>
      ))}
    </div>
  )
}

type Service = OccupancyShown['services'][number]
type TableProps = Pick<OccupancyShown, 'days' | 'weeks'> & { service: Service }

function OccupancyTable({ service, days, weeks }: TableProps) {
  const caption = `Rooms of ${service.name} by day`
  return (
    <div className="tg-scroll" role="group" aria-label={caption} tabIndex={0}>
      <table className="tg-occupancy__table">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              Room
            </th>
            {weeks.map(week => (
              <th key={week} colSpan={7} scope="colgroup" className={weekClass(0)}>
                {week}
              </th>
            ))}
          </tr>
          <tr>
            {days.map(({ day, short, long }, index) => (
              <th key={day} scope="col" className={weekClass(index)}>
                <abbr title={long}>{short}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {service.rooms.map(room => (
            <tr key={room.id}>
              <th scope="row">{room.name}</th>
              {room.days.map((state, index) => (
                <DayCell key={days[index]?.day ?? index} state={state} week={weekClass(index)} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Free</th>
            {service.counts.map(({ free }, index) => (
              <td key={days[index]?.day ?? index} className={weekClass(index)}>
                {free}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** The first day of each of the eight weeks has a line before it. */
function weekClass(day: number): string | undefined {
  return day % 7 === 0 ? 'tg-occupancy__week' : undefined
}

function DayCell({ state, week }: { state: DayState; week: string | undefined }) {
  const { code, words } = DAY_STATES[state]
  return (
    <td className={classNames(`tg-day--${state}`, week)}>
      <abbr title={words}>{code}</abbr>
    </td>
  )
}

/** What each code is, in words. */
function Key() {
  return (
    <ul className="tg-occupancy__key">
      {Object.entries(DAY_STATES).map(([state, { code, words }]) => (
        <li key={state}>
          <span className={`tg-occupancy__code tg-day--${state}`}>{code}</span> {words}
        </li>
      ))}
    </ul>
  )
}

function Leaving({ service: { name, leaving } }: { service: Service }) {
  return (
    <>
      <h3 className="govuk-heading-s">Expected to leave</h3>
      {leaving.length === 0 ? (
        <p className="govuk-body">Nobody is expected to leave {name} in these eight weeks.</p>
      ) : (
        <ul className="govuk-list">
          {leaving.map(({ claimId, room, when }) => (
            <li key={claimId}>
              {room}: {when}{' '}
              <Link className="govuk-link tg-screen-only" to={`/vacancies/claims/${claimId}`}>
                Change<span className="govuk-visually-hidden">: {room}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
