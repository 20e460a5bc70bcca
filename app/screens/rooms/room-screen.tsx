import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { boxesOf } from '~/domain/time/boxes'
import { Button } from '~/ui/form/button'
import { DateInput } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { dateOf, fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { HistoryTable } from '~/ui/history'
import { BackLink } from '~/ui/page/breadcrumbs'
import { StrikeInHistory } from '~/screens/record-history/strike-in-history'
import { ROOM_FACT_FIELDS, RoomFields } from './room-fields'
import type { RoomShown } from './room-facts.server'

type RoomProps = RoomShown & { submission?: SubmissionResult<string[]> }

/** One room: every fact of it, to be corrected. */
export function RoomScreen({ bedspaceId, submission, ...page }: RoomProps) {
  const { name, serviceId, mayClose, version, start, idempotencyKey } = page
  const form = formStateOf('room', submission, start)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={`/our-services/${serviceId}/rooms`}>Back to the rooms</BackLink>
        <ErrorSummary items={wrongIn(form, ['name', ...ROOM_FACT_FIELDS])} />
        <h1 className="govuk-heading-l">{name}</h1>
        <PostForm id={form.formId} noValidate>
          <TextInput {...fieldOf(form, 'name')} label="Name" width={20} />
          <RoomFields form={form} />
          <HiddenFields values={{ version, idempotencyKey }} refused={submission} />
          <Button>Save the room</Button>
        </PostForm>
        <h2 className="govuk-heading-m">What it was</h2>
        {page.history.length === 0 ? (
          <p className="govuk-body">Nothing has been changed.</p>
        ) : (
          <>
            <HistoryTable caption={`What ${name} was`} entries={page.history} />
            <StrikeInHistory serviceId={serviceId} />
          </>
        )}
        {mayClose && (
          <p className="govuk-body">
            <Link className="govuk-link" to={`/vacancies/${bedspaceId}/close`}>
              {page.closesOn ? 'Change the day on which this room closes' : 'Close this room for good'}
            </Link>
          </p>
        )}
      </div>
    </div>
  )
}

type CloseProps = Pick<RoomShown, 'name' | 'serviceId' | 'closesOn' | 'idempotencyKey'> & {
  submission?: SubmissionResult<string[]>
}

/** Closes a room for good, today or from a day on. */
export function CloseRoomScreen({ name, serviceId, closesOn, idempotencyKey, submission }: CloseProps) {
  const form = formStateOf('close-room', submission, closesOn ? { fromOn: boxesOf(closesOn) } : {})
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={`/our-services/${serviceId}/rooms`}>Back to the rooms</BackLink>
        <ErrorSummary items={wrongIn(form, ['fromOn'])} />
        <h1 className="govuk-heading-l">
          {closesOn ? `Change the day on which ${name} closes` : `Close ${name} for good`}
        </h1>
        <p className="tg-lede">
          It is offered to nobody any more from that day on, and leaves your list then. It can be reopened. A
          room that cannot be used for a while is a void instead.
        </p>
        <PostForm id={form.formId} noValidate>
          <DateInput
            {...dateOf(form, 'fromOn')}
            legend="From which day?"
            hint="Leave empty for today. A room that somebody has, or is promised, closes from the day it is free"
          />
          <HiddenFields values={{ idempotencyKey }} />
          <Button look={closesOn ? 'primary' : 'warning'}>
            {closesOn ? 'Save the day' : 'Close the room'}
          </Button>
        </PostForm>
      </div>
    </div>
  )
}
