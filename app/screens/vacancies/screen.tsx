import { Link } from '@remix-run/react'

import { EmptyState } from '~/ui/card'
import { PrintLink } from '~/ui/page/print-link'
import { FactList } from '~/ui/summary-list'
import type { BoardWords } from './board'
import { CohortsTable } from './cohorts-table'
import type { ProgrammeWords } from './programmes'
import { VacancyBoard } from './vacancy-board'
import { StripKey } from './vacancy-strip'

interface VacanciesProps {
  boards: readonly BoardWords[]
  programmes: readonly ProgrammeWords[]
  mayKeep: boolean
  /** A key for the buttons of every service and bedspace, by its id. */
  keys: Readonly<Record<string, string>>
}

/** A provider's own services, bedspace by bedspace. */
export function VacanciesScreen({ boards, programmes, mayKeep, keys }: VacanciesProps) {
  return (
    <>
      <PrintLink />
      <h1 className="govuk-heading-l">Vacancies</h1>
      <p className="tg-lede tg-screen-only">
        What a bedspace is on a day follows from its dates. Offers, arrivals and departures change them by
        themselves: here you say what Throughgate cannot know. What you change of one bedspace confirms no
        other: “Yes, still right” confirms the service.
      </p>
      {boards.length > 0 && (
        <p className="govuk-body tg-screen-only">
          <Link className="govuk-link" to="/occupancy">
            Eight weeks as a table, and who is expected to leave
          </Link>
        </p>
      )}
      {boards.length > 0 && <BoardWordsExplained />}
      {boards.length > 0 && <StripKey />}
      {boards.map(board => (
        <VacancyBoard key={board.serviceId} board={board} mayKeep={mayKeep} keys={keys} />
      ))}
      {programmes.map(programme => (
        <CohortsTable key={programme.serviceId} programme={programme} />
      ))}
      {boards.length + programmes.length === 0 && (
        <EmptyState title="No service of yours keeps vacancies">
          <p className="govuk-body">The regional team adds services and their bedspaces with you.</p>
        </EmptyState>
      )}
    </>
  )
}

function BoardWordsExplained() {
  return (
    <details className="govuk-details tg-screen-only">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          What free, held, occupied, void and turnaround mean
        </span>
      </summary>
      <div className="govuk-details__text">
        <FactList rows={BOARD_WORDS} />
      </div>
    </details>
  )
}

const BOARD_WORDS = [
  {
    key: 'Free',
    value: 'Empty now, with room for two nights and the turnaround before anything else claims it.',
  },
  {
    key: 'Held',
    value: 'Promised to somebody: an offer that waits for its answer, or a place that was accepted.',
  },
  {
    key: 'Occupied',
    value: 'Somebody stays there, by whatever route, until you say that the person has left.',
  },
  { key: 'Void', value: 'Cannot be used between two days, for a reason: repair, deep clean.' },
  { key: 'Turnaround', value: 'The working days after a departure that make it ready again.' },
]
