import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { listed } from '~/domain/words/english'
import type { Day } from '~/domain/time/calendar'
import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import type { ErrorItem } from '~/ui/form/form-errors'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { ClosingFields } from './closing-fields'
import { InTheWay, type InTheWayProps } from './cannot-close'
import { MissingChecks, type MissingChecksProps } from './missing-checks'

export interface CloseCaseFormProps {
  caseId: string
  carried: { idempotencyKey: string; version: number }
  submission?: SubmissionResult<string[]>
  /** The open referrals, where the case was sent to be closed in spite of them. */
  inTheWay: InTheWayProps['referrals']
  /** The checks that are due and not recorded. */
  missing: MissingChecksProps['missing']
  today: Day
  /** The programmes she is nominated for. */
  nominated: readonly string[]
}

const IN_THE_WAY = 'in-the-way'

/** Why the case closes, and the one button. */
export function CloseCaseForm({ caseId, carried, submission, inTheWay, ...checks }: CloseCaseFormProps) {
  const form = formStateOf('close', submission)
  const items = wrongIn(form, ['reason', 'note', 'notKnown'])
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary items={inTheWay.length > 0 ? items.map(leadThere) : items} />
        <h1 className="govuk-heading-l">Close the case</h1>
        {inTheWay.length > 0 && (
          <div className="govuk-inset-text" id={IN_THE_WAY} tabIndex={-1}>
            <InTheWay referrals={inTheWay} />
          </div>
        )}
        <p className="govuk-body">
          It leaves your team’s open cases, and cannot be searched for or referred. You find it among the
          closed cases, and can reopen it until it is deleted: its page says on which day that is.
        </p>
        {checks.nominated.length > 0 && (
          <p className="govuk-body">
            The nominations for {listed(checks.nominated)} end with it, and come back if you reopen it while
            there is room. What goes on outside prison goes on after a release.
          </p>
        )}
        <PostForm id={form.formId} noValidate>
          <ClosingFields form={form} legend="Why does it close?" />
          {checks.missing.length > 0 && <MissingChecks caseId={caseId} form={form} {...checks} />}
          <HiddenFields values={carried} refused={submission} />
          <Actions>
            <Button>Close the case</Button>
            <Link className="govuk-link" to={`/cases/${caseId}`}>
              Cancel and go back
            </Link>
          </Actions>
        </PostForm>
      </div>
    </div>
  )
}

/** What no field can mend leads to what stands in the way. */
function leadThere(item: ErrorItem): ErrorItem {
  return { ...item, fieldId: item.fieldId ?? IN_THE_WAY }
}
