import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import type { EventPage } from '~/domain/referral/event-page'
import { EVENTS, REGISTERED_EVENTS } from '~/domain/referral/events/registry'
import { fieldId, type FormState } from '../case/form-value'
import { Actions, Button } from '../button'
import { ErrorSummary } from '../error-summary'
import { errorItems } from '../form-errors'
import { HiddenFields } from '../hidden-fields'
import { EVENT_FIELDS } from './event-fields'

export interface EventFormProps {
  page: EventPage
  idempotencyKey: string
  /** What came back with something to mend. */
  submission?: SubmissionResult<string[]>
}

const HOW_IT_STANDS = 'how-it-stands'
const SAYS_NO = [
  'decline',
  'withdraw',
  'refuse',
  'no_show',
  ...REGISTERED_EVENTS.filter(event => EVENTS[event].saysNo),
]

/** The page of one event: what it does, what it asks, and one button. */
export function EventForm({ page, idempotencyKey, submission }: EventFormProps) {
  const { event, words, version, referralId } = page
  const form = stateOf(page, submission)
  return (
    <>
      <EventErrors form={form} names={EVENT_FIELDS[event].names} />
      <span className="govuk-caption-l">{page.about}</span>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="tg-lede">{words.lede}</p>
      {form.errors[''] && <HowItStands {...page} />}
      <form method="post" noValidate>
        {EVENT_FIELDS[event].draw({ page, form })}
        <HiddenFields values={{ idempotencyKey, version }} />
        <Actions>
          <Button look={SAYS_NO.includes(event) ? 'warning' : 'primary'}>{words.button}</Button>
          <Link className="govuk-link" to={`/referrals/${referralId}`}>
            Cancel and go back
          </Link>
        </Actions>
      </form>
    </>
  )
}

function EventErrors({ form, names }: { form: FormState; names: readonly string[] }) {
  const fields = names.map(name => [name, { id: fieldId(form, name), name }] as const)
  const allErrors = Object.fromEntries(
    Object.entries(form.errors).map(([name, texts]) => [name, texts ?? undefined]),
  )
  const items = errorItems({ allErrors }, Object.fromEntries(fields))
  return <ErrorSummary items={items.map(item => ({ ...item, fieldId: item.fieldId ?? HOW_IT_STANDS }))} />
}

/** What no field can mend: where the error summary leads, and the way on from there. */
function HowItStands({ stands, referralId }: Pick<EventPage, 'stands' | 'referralId'>) {
  return (
    <div className="govuk-inset-text" id={HOW_IT_STANDS} tabIndex={-1}>
      <p className="govuk-body">
        Nothing you sent has been saved. It now stands at: <strong>{stands}</strong>.
      </p>
      <Link className="govuk-link" to={`/referrals/${referralId}`}>
        See the referral as it stands now
      </Link>
    </div>
  )
}

function stateOf(page: EventPage, submission: EventFormProps['submission']): FormState {
  return { formId: 'event', values: submission?.initialValue ?? page.values, errors: submission?.error ?? {} }
}
