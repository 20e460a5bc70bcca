import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import { ButtonLink } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { PostButton } from '~/ui/form/post-button'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { CarriedLine } from './page'

interface CaseCarriedProps {
  summary: CaseSummaryWords
  from: string | null
  lines: readonly CarriedLine[]
  carried: { idempotencyKey: string }
  submission?: SubmissionResult<string[]>
}

/** What somebody answered the last time, each to be confirmed, changed or dropped. */
export function CaseCarriedScreen({ summary, from, lines, carried, submission }: CaseCarriedProps) {
  const home = `/cases/${summary.caseId}`
  return (
    <>
      <BackLink to={home}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      <ErrorSummary items={wrongIn(formStateOf('carried', submission), ['confirm', 'drop'])} />
      <h1 className="govuk-heading-l">Answers from the last time</h1>
      {from === null ? (
        <>
          <p className="govuk-body">Nothing is left to be confirmed.</p>
          <ButtonLink to={home}>Back to the case</ButtonLink>
        </>
      ) : (
        <>
          <p className="govuk-body">
            {from}. Ask again: until an answer is confirmed it counts as not known, in every search and
            referral.
          </p>
          <PostButton values={{ ...carried, confirm: 'all' }}>Confirm all that one tap can</PostButton>
          <ul className="tg-lines">
            {lines.map(line => (
              <li key={line.field} className="tg-line" id={`carried-${line.field}`}>
                <Line line={line} home={home} carried={carried} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

interface LineProps {
  line: CarriedLine
  home: string
  carried: { idempotencyKey: string }
}

function Line({ line: { field, question, answer, topic, mayConfirm }, home, carried }: LineProps) {
  return (
    <>
      <div className="tg-line__what">
        <p className="tg-line__title">{question}</p>
        <p className="tg-line__about">{answer}</p>
      </div>
      <div className="tg-line__standing">
        {mayConfirm && (
          <PostButton values={{ ...carried, confirm: field }} look="secondary" about={question}>
            Confirm
          </PostButton>
        )}
        <Link className="govuk-link" to={`${home}/answers/${topic}?from=last`}>
          Change<span className="govuk-visually-hidden">: {question}</span>
        </Link>
        <PostButton values={{ ...carried, drop: field }} look="secondary" about={question}>
          Drop
        </PostButton>
      </div>
    </>
  )
}
