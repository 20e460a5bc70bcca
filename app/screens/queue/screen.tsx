import { Link } from '@remix-run/react'

import { Facts } from '~/screens/referral-lists/referral-lines'
import { EmptyState } from '~/ui/card'
import type { QueueEntryLine } from './facts.server'

/** People nobody fits, those who have waited longest first. */
export function QueueScreen({ lines }: { lines: readonly QueueEntryLine[] }) {
  return (
    <>
      <h1 className="govuk-heading-l">People nobody fits</h1>
      <p className="tg-lede">
        Each has agreed that you read this. You see what triage sees, and whom to ring; no name.
      </p>
      {lines.length === 0 ? (
        <EmptyState title="Nobody waits">
          <p className="govuk-body">
            A prison’s team sends a case here where nothing fits, with the person’s agreement.
          </p>
        </EmptyState>
      ) : (
        <ul className="tg-lines">
          {lines.map(line => (
            <li key={line.caseId} className="tg-line">
              <div className="tg-line__what">
                <Link
                  className="govuk-link govuk-link--no-visited-state tg-line__title"
                  to={`/queue/${line.caseId}`}
                >
                  {line.who}, {line.reference}
                </Link>
                <Facts facts={[line.prison, line.release]} />
              </div>
              <div className="tg-line__standing">
                <p className="tg-line__due">Waiting since {line.since}</p>
                <p className="tg-line__about">
                  {line.taken ? `Taken by ${line.taken}` : 'Nobody has taken it'}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
