import type { ReactNode } from 'react'

import { ANSWER_LIMIT, NOTE_LIMIT } from '~/domain/referral/events/event-form'
import type { EventPage } from '~/screens/referral-event/page'
import type { ScreenEvent } from '~/domain/referral/events/event-words'
import { ofEachEvent } from '~/domain/referral/events/registry'
import { DEPARTURE_LABELS, type ReasonPurpose } from '~/domain/referral/reasons'
import { readClock } from '~/domain/time/clock-time'
import { ASSESSMENT_METHOD_LABELS, REQUEST_ITEM_LABELS } from '~/domain/referral/referral'
import { errorsOf, fieldId, type FormState, listOf, partsOf, textOf } from '~/ui/form/form-value'
import { Card } from '~/ui/card'
import { Checkboxes } from '~/ui/form/checkboxes'
import { DateInput } from '~/ui/form/date-input'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { FactList } from '~/ui/summary-list'
import { SureTick } from '~/ui/form/sure-tick'
import { TextInput } from '~/ui/form/text-input'
import { Textarea } from '~/ui/form/textarea'
import { AskedFor } from './asked-for'
import { BedspaceFields } from './bedspace-fields'
import { ReasonFields } from './reason-fields'

export interface EventFieldsProps {
  page: EventPage
  form: FormState
}

interface EventForm {
  /** In the order of the page, for the error summary. */
  names: readonly string[]
  draw: (props: EventFieldsProps) => ReactNode
}

const NOTHING: EventForm = { names: [], draw: () => null }
const NOTE: EventForm = { names: ['note'], draw: Note }

/** What the form of each event asks. */
export const EVENT_FIELDS: Readonly<Record<ScreenEvent, EventForm>> = {
  take_to_assess: NOTHING,
  reconfirm_waiting: NOTHING,
  reopen: NOTHING,
  return_to_review: NOTE,
  add_to_waiting_list: NOTE,
  ask_approval: NOTE,
  approve: NOTE,
  reconfirm: NOTE,
  request_information: { names: ['items', 'note'], draw: RequestFields },
  answer_information: { names: ['note'], draw: AnswerFields },
  book_assessment: { names: ['day', 'time', 'timeSure', 'method', 'note'], draw: AssessmentFields },
  offer: {
    names: ['bedspaceId', 'fromOn', 'whyThen', 'untilOn', 'conflictCheck', 'note'],
    draw: OfferFields,
  },
  extend_offer: { names: ['reason'], draw: ExtendFields },
  accept: { names: ['saidYes', 'freesOther', 'note'], draw: AcceptFields },
  arrive: { names: ['arrivedOn', 'releasedEarly', 'expectedDepartureOn', 'note'], draw: ArriveFields },
  depart: { names: ['departedOn', 'kind', 'note'], draw: DepartFields },
  refuse: reasonsOf('refuse'),
  decline: reasonsOf('decline'),
  withdraw: reasonsOf('withdraw'),
  no_show: reasonsOf('no_show'),
  ...ofEachEvent(({ asks }) => (asks.reasons ? reasonsOf(asks.reasons) : NOTHING)),
}

function reasonsOf(purpose: ReasonPurpose): EventForm {
  return {
    names: ['primary', 'others', 'note'],
    draw: ({ page, form }) => <ReasonFields readBy={page.readBy} purpose={purpose} form={form} />,
  }
}

/** The id, name and errors every control takes from the form. */
export function startOf(form: FormState, name: string) {
  return { id: fieldId(form, name), name, errors: errorsOf(form, name) }
}

function Note({ page, form, label = 'Anything to add (optional)' }: EventFieldsProps & { label?: string }) {
  return (
    <Textarea
      {...startOf(form, 'note')}
      label={label}
      hint={`${page.readBy}. Up to ${NOTE_LIMIT} characters; no names of others`}
      rows={3}
      defaultValue={textOf(form.values.note)}
    />
  )
}

function Day({ form, name, legend, hint }: { form: FormState; name: string; legend: string; hint?: string }) {
  return (
    <DateInput
      id={fieldId(form, name)}
      name={name}
      allErrors={form.errors}
      legend={legend}
      hint={hint}
      defaultValue={partsOf(form.values[name])}
    />
  )
}

function RequestFields({ page, form }: EventFieldsProps) {
  return (
    <>
      <Checkboxes
        {...startOf(form, 'items')}
        legend="What do you need to decide?"
        small
        choices={choicesOf(REQUEST_ITEM_LABELS)}
        defaultOptions={listOf(form.values.items)}
      />
      <Note page={page} form={form} label="What exactly do you need to know?" />
    </>
  )
}

function AnswerFields({ page, form }: EventFieldsProps) {
  return (
    <>
      {page.asked && <AskedFor {...page.asked} />}
      <Textarea
        {...startOf(form, 'note')}
        label="What have you added or learned?"
        hint={`${page.readBy}. Up to ${ANSWER_LIMIT} characters; no names of others`}
        rows={5}
        defaultValue={textOf(form.values.note)}
      />
    </>
  )
}

function AssessmentFields({ page, form }: EventFieldsProps) {
  return (
    <>
      <Day form={form} name="day" legend="Which day?" hint="For example, 28 11 2026" />
      <TimeOfDay form={form} />
      <Radios
        {...startOf(form, 'method')}
        legend="How?"
        small
        choices={choicesOf(ASSESSMENT_METHOD_LABELS)}
        defaultValue={textOf(form.values.method)}
      />
      <Note page={page} form={form} />
    </>
  )
}

function TimeOfDay({ form }: Pick<EventFieldsProps, 'form'>) {
  const asked = errorsOf(form, 'timeSure')
  const time = readClock(textOf(form.values.time))
  const isTicked = time !== null && form.values.timeSure === time
  return (
    <>
      <TextInput
        {...startOf(form, 'time')}
        errors={[...errorsOf(form, 'time'), ...asked]}
        label="At what time?"
        hint="For example, 14:00"
        width={5}
        defaultValue={textOf(form.values.time)}
      />
      {time && (isTicked || asked.length > 0) && (
        <SureTick
          id={fieldId(form, 'timeSure')}
          name="timeSure"
          value={time}
          text={`${time} is right`}
          isTicked={isTicked}
        />
      )}
    </>
  )
}

function OfferFields({ page, form }: EventFieldsProps) {
  return (
    <>
      <BedspaceFields bedspaces={page.bedspaces} form={form} />
      <Day
        form={form}
        name="fromOn"
        legend="First night"
        hint={`The day of release${page.releaseDay ? `, ${page.releaseDay},` : ''} unless you agreed another`}
      />
      {(errorsOf(form, 'whyThen').length > 0 || textOf(form.values.whyThen) !== '') && (
        <Textarea
          {...startOf(form, 'whyThen')}
          label="Why does the stay begin then, and not at the release?"
          hint={`${page.readBy}. Up to ${NOTE_LIMIT} characters; no names of others`}
          rows={2}
          defaultValue={textOf(form.values.whyThen)}
        />
      )}
      <Day
        form={form}
        name="untilOn"
        legend="Last day"
        hint="At first the longest the service lets people stay. Change it for a shorter stay"
      />
      <Checkboxes
        {...startOf(form, 'conflictCheck')}
        legend="Before you offer"
        choices={[
          {
            value: 'done',
            text: 'The conflict check is done',
            hint: 'You have thought of who lives there now: nobody is a danger to the person, and the person is a danger to nobody. Throughgate never compares people with residents',
          },
        ]}
        defaultOptions={listOf(form.values.conflictCheck)}
      />
      <Note page={page} form={form} />
    </>
  )
}

function ExtendFields({ form }: EventFieldsProps) {
  return (
    <Textarea
      {...startOf(form, 'reason')}
      label="Why is more time needed?"
      hint={`Up to ${NOTE_LIMIT} characters`}
      rows={3}
      defaultValue={textOf(form.values.reason)}
    />
  )
}

function AcceptFields({ page, form }: EventFieldsProps) {
  return (
    <>
      <Card title="Read this to the person">
        <FactList rows={page.offered} />
      </Card>
      <Checkboxes
        {...startOf(form, 'saidYes')}
        legend="The person’s own answer"
        choices={[
          { value: 'yes', text: `I asked, and ${page.pronoun} said yes to this place on these days` },
        ]}
        defaultOptions={listOf(form.values.saidYes)}
      />
      {page.freesOther && (
        <Checkboxes
          {...startOf(form, 'freesOther')}
          legend={page.freesOther}
          choices={[{ value: 'yes', text: 'Free that place: the person wants this one instead' }]}
          defaultOptions={listOf(form.values.freesOther)}
        />
      )}
      <Note
        page={page}
        form={form}
        label={`What ${page.pronoun} said, in ${page.pronoun === 'they' ? 'their' : page.pronoun === 'she' ? 'her' : 'his'} own words (optional)`}
      />
    </>
  )
}

function ArriveFields({ page, form }: EventFieldsProps) {
  return (
    <>
      <Day form={form} name="arrivedOn" legend="Which day did the person arrive?" />
      {(page.isBeforeRelease || errorsOf(form, 'releasedEarly').length > 0) && (
        <Checkboxes
          {...startOf(form, 'releasedEarly')}
          legend={`Release is due ${page.releaseDay}`}
          hint="An arrival cannot be taken back: the person’s other referrals close with it"
          choices={[{ value: 'yes', text: 'The person was released early and is here' }]}
          defaultOptions={listOf(form.values.releasedEarly)}
        />
      )}
      <Day
        form={form}
        name="expectedDepartureOn"
        legend="Until when do you expect the person to stay?"
        hint="A forecast: the bedspace stays theirs until you record that they have left"
      />
      <Note page={page} form={form} />
    </>
  )
}

function DepartFields({ page, form }: EventFieldsProps) {
  return (
    <>
      <Day form={form} name="departedOn" legend="Which day did the person leave?" />
      <Radios
        {...startOf(form, 'kind')}
        legend="How did the stay end?"
        small
        choices={choicesOf(DEPARTURE_LABELS)}
        defaultValue={textOf(form.values.kind)}
      />
      <Note page={page} form={form} />
    </>
  )
}
