import { Link } from '@remix-run/react'

import { pageWords } from '~/domain/list/paging'
import { CHECKS } from '~/domain/outcome/check-questions'
import type { DueList } from '~/domain/outcome/due-list.server'
import type { Day } from '~/domain/time/calendar'
import { checkAddress, standingWords } from '~/screens/case/check-words'
import { inSentence } from '~/domain/words/english'
import { Facts } from '~/screens/referral-lists/referral-lines'
import { EmptyState } from '~/ui/card'
import { Pagination } from '~/ui/pagination'

/** What the team has to record by today, a case a line, each check a link. */
export function DueCases({ cases, today, ...paging }: DueList & { today: Day }) {
  if (cases.length === 0)
    return (
      <EmptyState title="Nothing is due to be recorded">
        <p className="govuk-body">
          Reception checks come here 4 days after reception, first nights on the day after the release, and
          where each person is on day 91, also of cases that are closed.
        </p>
      </EmptyState>
    )
  const words = pageWords(paging, cases.length)
  return (
    <>
      {words && <p className="govuk-body tg-quiet">{words}</p>}
      <ul className="tg-lines">
        {cases.map(({ id, name, prisonNumber, reference, isClosed, due }) => (
          <li key={id} className="tg-line">
            <div className="tg-line__what">
              <Link className="govuk-link govuk-link--no-visited-state tg-line__title" to={`/cases/${id}`}>
                {name}
              </Link>
              <Facts facts={[prisonNumber, reference, ...(isClosed ? ['closed'] : [])]} />
            </div>
            <ul className="govuk-list tg-line__standing">
              {due.map(state => (
                <li key={state.kind}>
                  <Link className="govuk-link" to={checkAddress(id, state.kind)}>
                    {CHECKS[state.kind].title}
                    <span className="govuk-visually-hidden"> of {name}</span>
                  </Link>{' '}
                  <span className="tg-quiet">{inSentence(standingWords(state, today))}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <Pagination
        label="Cases with something to record"
        page={paging.page}
        pages={paging.pages}
        hrefOf={to => `/cases?state=due&page=${to}`}
      />
    </>
  )
}
