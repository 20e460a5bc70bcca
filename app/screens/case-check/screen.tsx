import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { BECAUSE_LABELS } from '~/domain/outcome/check-form'
import { CHECKS } from '~/domain/outcome/check-questions'
import { CaseSummary } from '~/screens/case/case-summary'
import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { HistoryTable } from '~/ui/history'
import { BackLink } from '~/ui/page/breadcrumbs'
import { CheckFields } from './check-fields'
import { EarlierAnswer } from './earlier-answer'
import type { CheckShown } from './facts.server'
import { checkPath, type EarlierLine } from './page'

interface CaseCheckProps extends CheckShown {
  submission?: SubmissionResult<string[]>
}

/** The page of one check of a case: the form, what stands, and what it said before. */
export function CaseCheckScreen({ summary, kind, submission, ...page }: CaseCheckProps) {
  const { title, asks, questions } = CHECKS[kind]
  const form = formStateOf('check', submission, page.start)
  const names = [...questions.map(({ field }) => field), 'because']
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ErrorSummary items={wrongIn(form, names)} />
          <h1 className="govuk-heading-l">{title}</h1>
          <p className="govuk-body">{asks}</p>
          <p className="tg-quiet">{page.recorded ?? page.standing}</p>
          {page.isOpen && (
            <PostForm id={form.formId} noValidate>
              <CheckFields questions={questions} form={form} />
              {page.asksBecause && (
                <Radios
                  {...fieldOf(form, 'because')}
                  legend="Why is it different from what was recorded?"
                  hint="What was recorded before stays in the history either way"
                  small
                  choices={choicesOf(BECAUSE_LABELS)}
                />
              )}
              <HiddenFields values={page.carried} refused={submission} />
              <Actions>
                <Button>Save</Button>
                <Link className="govuk-link" to={`/cases/${summary.caseId}`}>
                  Cancel and go back
                </Link>
              </Actions>
            </PostForm>
          )}
          {page.earlier.length > 0 && (
            <section className="govuk-!-margin-top-6">
              <h2 className="govuk-heading-m">What it said before</h2>
              <HistoryTable
                caption="What was recorded before"
                entries={page.earlier.map(entry => ({
                  ...entry,
                  what: <Earlier {...entry} page={checkPath(summary.caseId, kind)} />,
                }))}
              />
            </section>
          )}
        </div>
      </div>
    </>
  )
}

/** An answer that does not stand, and the way to say anew why. */
function Earlier({ page, ...entry }: EarlierLine & { page: string }) {
  return (
    <>
      <EarlierAnswer {...entry} />
      <Link className="govuk-link" to={`${page}/earlier/${entry.id}`}>
        Say why anew<span className="govuk-visually-hidden">, recorded {entry.when}</span>
      </Link>
    </>
  )
}
