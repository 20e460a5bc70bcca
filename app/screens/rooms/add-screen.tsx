import type { SubmissionResult } from '@conform-to/react'

import { AgainTick } from '~/ui/form/again-tick'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'
import { ROOM_FACT_FIELDS, RoomFields } from './room-fields'

export interface AddRoomsProps {
  name: string
  /** Whose it is, for an editor. */
  provider: string | null
  serviceId: string
  start: Readonly<Record<string, string>>
  idempotencyKey: string
  submission?: SubmissionResult<string[]>
}

/** Adds one room, or several that are alike. */
export function AddRoomsScreen({
  name,
  provider,
  serviceId,
  start,
  idempotencyKey,
  submission,
}: AddRoomsProps) {
  const form = formStateOf('rooms', submission, { ...start, sex: 'service', wheelchair: 'unknown' })
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={`/our-services/${serviceId}/rooms`}>Back to the rooms</BackLink>
        <ErrorSummary
          items={wrongIn(form, ['howMany', 'called', 'firstNumber', ...ROOM_FACT_FIELDS, 'again'])}
        />
        <span className="govuk-caption-l">
          {provider === null ? name : `${name}, a house of ${provider}`}
        </span>
        <h1 className="govuk-heading-l">Add rooms</h1>
        <p className="tg-lede">Rooms that are alike can be added at once. Each can be changed afterwards.</p>
        <PostForm id={form.formId} noValidate>
          <TextInput {...fieldOf(form, 'howMany')} label="How many rooms?" width={3} inputMode="numeric" />
          <TextInput
            {...fieldOf(form, 'called')}
            label="What are they called?"
            hint="Each gets a number behind it: Room 1, Room 2"
            width={20}
          />
          <TextInput {...fieldOf(form, 'firstNumber')} label="First number" width={3} inputMode="numeric" />
          <RoomFields form={form} />
          <AgainTick form={form} />
          <HiddenFields values={{ idempotencyKey }} />
          <Button>Add the rooms</Button>
        </PostForm>
      </div>
    </div>
  )
}
