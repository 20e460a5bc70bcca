import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import type { EventPage } from '~/screens/referral-event/page'
import { screenOf } from '~/domain/referral/events/registry'
import { type FormState, formStateOf, listOf, startOf, wrongIn } from '~/ui/form/form-value'
import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { Checkboxes } from '~/ui/form/checkboxes'
import { WarningText } from '~/ui/warning-text'
import { ChangedSince } from '~/screens/referral/changed-since'
import { ElsewhereNotice } from '~/screens/referral/elsewhere-notice'
import { EventFields } from './event-fields'
import { CHANGES_READ } from './fields/words'

export interface EventFormProps {
  page: EventPage
  idempotencyKey: string
  /** What came back with something to mend. */
  submission?: SubmissionResult<string[]>
  /** What changed while the form was open, from what to what; null where nothing did. */
  differs: readonly string[] | null
}

const HOW_IT_STANDS = 'how-it-stands'

/** The page of one event: what it does, what it asks, and one button. */
export function EventForm({ page, idempotencyKey, submission, differs }: EventFormProps) {
  const { event, words, carried, referralId, changed, toBeTicked } = page
  const form = formStateOf('event', submission, page.values)
  return (
    <>
      <EventErrors form={form} names={[...page.fields, 'changesRead']} />
      <span className="govuk-caption-l">{page.about}</span>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="tg-lede">{words.lede}</p>
      {differs && <Differs lines={differs} />}
      {form.errors[''] && <HowItStands {...page} />}
      {page.warning && <WarningText>{page.warning}</WarningText>}
      {page.elsewhere && <ElsewhereNotice {...page.elsewhere} />}
      {changed && <ChangedSince {...changed} />}
      <PostForm noValidate>
        <EventFields page={page} form={form} />
        {toBeTicked && (
          <Checkboxes
            {...startOf(form, 'changesRead')}
            legend={CHANGES_READ.label}
            choices={[{ value: 'yes', text: toBeTicked }]}
            defaultOptions={listOf(form.values.changesRead)}
          />
        )}
        <HiddenFields values={{ idempotencyKey, ...carried }} refused={submission} />
        <Actions>
          <Button look={screenOf(event).isWarning ? 'warning' : 'primary'}>{words.button}</Button>
          <Link className="govuk-link" to={`/referrals/${referralId}`}>
            Cancel and go back
          </Link>
        </Actions>
      </PostForm>
    </>
  )
}

function EventErrors({ form, names }: { form: FormState; names: readonly string[] }) {
  const items = wrongIn(form, names)
  return <ErrorSummary items={items.map(item => ({ ...item, fieldId: item.fieldId ?? HOW_IT_STANDS }))} />
}

/** What is different from when the form was opened; the form below keeps what was typed. */
function Differs({ lines }: { lines: readonly string[] }) {
  return (
    <div className="tg-card tg-card--notice">
      <h2 className="tg-card__title">Changed while you had it open</h2>
      {lines.map(line => (
        <p key={line} className="govuk-body">
          {line}
        </p>
      ))}
      <p className="govuk-body">
        Nothing has been saved. The form below holds what you typed: change it if you need to, then send it
        again.
      </p>
    </div>
  )
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
