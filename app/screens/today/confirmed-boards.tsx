import { Link } from '@remix-run/react'

import type { BoardWords } from '~/screens/vacancies/board'
import { keepDots } from '~/ui/keep-dots'

type Shown = Pick<BoardWords, 'serviceId' | 'name' | 'now' | 'next' | 'confirmedShort'>

/** The services whose vacancies are confirmed for now, in a few words each. */
export function ConfirmedBoards({ boards }: { boards: readonly Shown[] }) {
  if (boards.length === 0) return null
  return (
    <div className="tg-card">
      <h2 className="tg-card__title">
        <span aria-hidden="true">✓ </span>Vacancies confirmed
      </h2>
      <ul className="tg-confirmed">
        {boards.map(({ serviceId, name, now, next, confirmedShort }) => (
          <li key={serviceId}>
            <Link className="govuk-link govuk-link--no-visited-state" to={`/vacancies#s-${serviceId}`}>
              {name}
            </Link>
            <p className="tg-confirmed__what">{keepDots([now, next].filter(Boolean).join(' · '))}</p>
            <p className="tg-quiet tg-confirmed__last">{confirmedShort}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
