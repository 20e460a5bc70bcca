import type { SubmissionResult } from '@conform-to/react'

import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { BackLink } from '~/ui/page/breadcrumbs'
import { EntryForm } from './entry-form'
import type { NewEntryFacts } from './facts.server'
import { FIELDS_OF_KIND, KIND_WORDS } from './page'

/** The page that puts an action, or an issue or risk, into the register. */
export function NewEntryScreen({
  kind,
  start,
  carried,
  submission,
}: NewEntryFacts & { submission?: SubmissionResult<string[]> }) {
  const form = formStateOf('entry', submission, start)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/actions">Back to the register</BackLink>
        <ErrorSummary items={wrongIn(form, FIELDS_OF_KIND[kind])} />
        <h1 className="govuk-heading-l">Record an {KIND_WORDS[kind].one}</h1>
        <EntryForm kind={kind} form={form} carried={carried} submission={submission} button="Record it" />
      </div>
    </div>
  )
}
