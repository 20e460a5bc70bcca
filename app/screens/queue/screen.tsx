import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { Facts } from '~/screens/referral-lists/referral-lines'
import { COORDINATOR_ENDS } from '~/domain/nobody-fits/nobody-fits'
import type { Paging } from '~/domain/list/paging'
import { EmptyState } from '~/ui/card'
import { ErrorSummary } from '~/ui/form/error-summary'
import { wrongIn } from '~/ui/form/form-value'
import { Pagination } from '~/ui/pagination'
import { CorrectEnd, endedForm } from './correct-end'
import { LeftAnswers } from './left-answers'
import type { LeftLine, QueueEntryLine } from './facts.server'

interface QueueProps {
  lines: readonly QueueEntryLine[]
  left: readonly LeftLine[]
  paging: Paging
  submission?: SubmissionResult<string[]>
}

/** People nobody fits, those who have waited longest first, and how those who left the queue did. */
export function QueueScreen({ lines, left, paging, submission }: QueueProps) {
  const sent = endedForm(submission)
  return (
    <>
      <ErrorSummary items={sent ? wrongIn(sent, ['why']) : []} />
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
                <p className="tg-line__due">Sent {line.since}</p>
                <p className="tg-line__about">
                  {line.taken ? `Taken by ${line.taken}` : 'Nobody has taken it'}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <section aria-labelledby="left">
          <h2 className="govuk-heading-m" id="left">
            Left the queue
          </h2>
          <p className="govuk-body">
            Your reading of these has ended. One that should still be here is sent again by the prison’s team.
          </p>
          <ul className="govuk-list tg-lines">
            {left.map(({ id, reference, words, correct, answers }) => (
              <li key={id} className="tg-line">
                <div className="tg-line__what">
                  <h3 className="govuk-heading-s">Case {reference}</h3>
                  <p className="govuk-body">{words}</p>
                  <CorrectEnd
                    carried={correct}
                    labels={COORDINATOR_ENDS}
                    submission={submission}
                    told=", and the prison’s team is told"
                  />
                  <LeftAnswers reference={reference} answers={answers} />
                </div>
              </li>
            ))}
          </ul>
          <Pagination
            label="Left the queue"
            page={paging.page}
            pages={paging.pages}
            hrefOf={page => `/queue?page=${page}`}
          />
        </section>
      )}
    </>
  )
}
