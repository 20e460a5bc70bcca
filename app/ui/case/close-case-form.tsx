import { type SubmissionResult, useForm } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { CLOSING_NOTE_LIMIT, CLOSING_REASON_LABELS } from '~/domain/person-case/case-closing'
import { Actions, Button } from '../button'
import { ErrorSummary } from '../error-summary'
import { errorItems, fieldAttributes } from '../form-errors'
import { HiddenFields } from '../hidden-fields'
import { choicesOf } from '../labelled-choices'
import { Radios } from '../radios'
import { Textarea } from '../textarea'

interface CloseCaseFormProps {
  caseId: string
  carried: { idempotencyKey: string; version: number }
  submission?: SubmissionResult<string[]>
}

/** Why the case closes, and the one button. */
export function CloseCaseForm({ caseId, carried, submission }: CloseCaseFormProps) {
  const [form, { reason, note }] = useForm<{ reason: string; note: string }>({
    id: 'close',
    lastResult: submission,
  })
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary items={errorItems(form, { reason, note })} />
        <h1 className="govuk-heading-l">Close the case</h1>
        <p className="govuk-body">
          It leaves your team’s queue, and cannot be searched for or referred. Nothing is deleted, and you can
          reopen it.
        </p>
        <form method="post" id={form.id} noValidate>
          <Radios
            {...fieldAttributes(reason)}
            legend="Why does it close?"
            small
            choices={choicesOf(CLOSING_REASON_LABELS)}
          />
          <Textarea
            {...fieldAttributes(note)}
            label="In a few words"
            rows={3}
            hint={`Needed for “Other”, else optional. Up to ${CLOSING_NOTE_LIMIT} characters; no names of others`}
          />
          <HiddenFields values={carried} />
          <Actions>
            <Button>Close the case</Button>
            <Link className="govuk-link" to={`/cases/${caseId}`}>
              Cancel and go back
            </Link>
          </Actions>
        </form>
      </div>
    </div>
  )
}
