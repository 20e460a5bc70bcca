import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { Facts } from '~/screens/referral-lists/referral-lines'
import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { BackLink } from '~/ui/page/breadcrumbs'
import { FIND_FORM, FindForm } from './find-form'
import type { Found } from './page'

interface CasesFindProps {
  sent?: { submission: SubmissionResult<string[]> } | { found: Found; typed: string }
}

/** The cases of the team, open and closed, that answer to a name or a number. */
export function CasesFindScreen({ sent }: CasesFindProps) {
  const submission = sent && 'submission' in sent ? sent.submission : undefined
  const answer = sent && 'found' in sent ? sent : null
  return (
    <>
      <BackLink to="/cases">Back to cases</BackLink>
      <ErrorSummary items={wrongIn(formStateOf(FIND_FORM, submission), ['words'])} />
      <h1 className="govuk-heading-l">Find a case</h1>
      <FindForm submission={submission} typed={answer?.typed} />
      {answer && (
        <section>
          <h2 className="govuk-heading-m">{answer.found.heading}</h2>
          {answer.found.advice === null ? (
            answer.found.lines.length === 0 && <NothingFound />
          ) : (
            <p className="govuk-body">{answer.found.advice}</p>
          )}
          <ul className="tg-lines">
            {answer.found.lines.map(({ id, name, facts, standing }) => (
              <li key={id} className="tg-line">
                <div className="tg-line__what">
                  <Link
                    className="govuk-link govuk-link--no-visited-state tg-line__title"
                    to={`/cases/${id}`}
                  >
                    {name}
                  </Link>
                  <Facts facts={facts} />
                </div>
                <div className="tg-line__standing">
                  <p className="tg-line__due">{standing}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function NothingFound() {
  return (
    <p className="govuk-body">
      Your team has no case of that name, number or reference, open or closed. Enter the first three letters
      of the surname alone, or both names where you are not sure how one is spelt, or{' '}
      <Link className="govuk-link" to="/cases/new">
        open a case
      </Link>
      .
    </p>
  )
}
