import { Link } from '@remix-run/react'

import { pageWords } from '~/domain/list/paging'
import { type ClosedCases as Closed, CLOSING_REASON_LABELS } from '~/domain/case/closing/case-closing'
import { formatDayLong } from '~/domain/time/calendar'
import { EmptyState } from '~/ui/card'
import { Pagination } from '~/ui/pagination'
import { Facts } from '~/screens/referral-lists/referral-lines'

/** The team's closed cases under each other, each leading to where it can be reopened. */
export function ClosedCases({ cases, ...paging }: Closed) {
  if (cases.length === 0) return <EmptyState title="Your team has no closed case">{null}</EmptyState>
  const words = pageWords(paging, cases.length)
  return (
    <>
      {words && <p className="govuk-body tg-quiet">{words}</p>}
      <ul className="tg-lines">
        {cases.map(({ id, name, prisonNumber, reference, reason, closedOn }) => (
          <li key={id} className="tg-line">
            <div className="tg-line__what">
              <Link className="govuk-link govuk-link--no-visited-state tg-line__title" to={`/cases/${id}`}>
                {name}
              </Link>
              <Facts facts={[prisonNumber, reference]} />
            </div>
            <div className="tg-line__standing">
              <p className="tg-line__due">Closed on {formatDayLong(closedOn)}</p>
              <p className="tg-line__about">{CLOSING_REASON_LABELS[reason]}</p>
            </div>
          </li>
        ))}
      </ul>
      <Pagination
        label="Closed cases"
        page={paging.page}
        pages={paging.pages}
        hrefOf={to => `/cases?state=closed&page=${to}`}
      />
    </>
  )
}
