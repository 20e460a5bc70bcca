import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'

import { boxesOf } from '~/domain/time/boxes'
import { VOID_CHOICES } from '~/domain/vacancy/vacancy'
import { Button } from '~/ui/form/button'
import { DateInput } from '~/ui/form/date-input'
import { dateOf, fieldOf, type FormState, formStateOf } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { RoomsTaken } from '~/screens/vacancies/rooms-taken'
import type { ClaimShown } from './facts.server'

type FormsProps = ClaimShown & { submission?: SubmissionResult<string[]> }

/** What may be changed of a claim, a form each. */
export function ClaimForms(page: FormsProps) {
  const { offers, start } = page
  return (
    <>
      {offers.isVoid && (
        <OneForm page={page} intent="void" title="Change this void" start={voidStart(start)}>
          {form => (
            <>
              <Radios {...fieldOf(form, 'reason')} legend="Why can it not be used?" small choices={VOIDS} />
              <DateInput {...dateOf(form, 'fromOn')} legend="First day" />
              <DateInput {...dateOf(form, 'untilOn')} legend="Day it is free again" hint={IF_KNOWN} />
            </>
          )}
        </OneForm>
      )}
      {offers.isTurnaround && (
        <OneForm page={page} intent="ready" title="Change when it is ready" start={readyStart(start)}>
          {form => <DateInput {...dateOf(form, 'readyOn')} legend="Day it is ready" />}
        </OneForm>
      )}
      {offers.mayCorrectLeft && (
        <OneForm page={page} intent="left_on" title="Correct the departure" start={leftStart(start)}>
          {form => <DateInput {...dateOf(form, 'leftOn')} legend="Day the person left" />}
        </OneForm>
      )}
      {offers.mayHaveMoved && (
        <OneForm page={page} intent="moved" title="Record the move" start={movedStart(start)}>
          {form => (
            <DateInput
              {...dateOf(form, 'movedOn')}
              legend="Which day did the person move?"
              hint="Until you say so, the person is still in this room"
            />
          )}
        </OneForm>
      )}
      {offers.mayHaveMoved && (
        <OneForm page={page} intent="move_on" title="Change the day of the move" start={movesStart(start)}>
          {form => <DateInput {...dateOf(form, 'movesOn')} legend="On which day is the person to move?" />}
        </OneForm>
      )}
      {offers.mayMove && page.rooms.free.length > 0 && (
        <OneForm
          page={page}
          intent="move"
          title="Move to another room"
          start={{ movedOn: boxesOf(start.today) }}
        >
          {form => (
            <>
              <Select
                {...fieldOf(form, 'bedspaceId')}
                label="Room"
                options={page.rooms.free.map(({ id, name, hint }) => ({
                  value: id,
                  text: `${name}: ${hint.charAt(0).toLowerCase()}${hint.slice(1)}`,
                }))}
                emptyText="Choose a room"
              />
              <DateInput
                {...dateOf(form, 'movedOn')}
                legend="On which day?"
                hint="A day to come too. The first day of the stay, where the person was in that room all along"
              />
            </>
          )}
        </OneForm>
      )}
      {offers.mayMove && page.rooms.free.length === 0 && (
        <>
          <h2 className="govuk-heading-m">Move to another room</h2>
          <p className="govuk-body">No other room of this service is free for the person to go on in.</p>
        </>
      )}
      {offers.mayMove && <RoomsTaken rooms={page.rooms.taken} isOpen={page.rooms.free.length === 0} />}
      {offers.maySince && (
        <OneForm
          page={page}
          intent="since"
          title="Correct the first day"
          start={{ sinceOn: boxesOf(start.fromOn) }}
        >
          {form => (
            <DateInput
              {...dateOf(form, 'sinceOn')}
              legend="There since"
              hint="Where the person moved here from another room, it is the day of the move: the stay there ends on it too"
            />
          )}
        </OneForm>
      )}
    </>
  )
}

interface OneFormProps {
  page: FormsProps
  intent: string
  title: string
  start: Readonly<Record<string, unknown>>
  children: (form: FormState) => ReactNode
}

function OneForm({ page, intent, title, start, children }: OneFormProps) {
  const submission = page.submission?.initialValue?.['intent'] === intent ? page.submission : undefined
  const form = formStateOf(`claim-${intent}`, submission, start)
  const { version, keys } = page
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      <PostForm id={form.formId} noValidate>
        {children(form)}
        <HiddenFields values={{ intent, version, idempotencyKey: keys.form }} refused={submission} />
        <Button look="secondary" about={`: ${title}`}>
          Save
        </Button>
      </PostForm>
    </>
  )
}

const VOIDS = choicesOf(VOID_CHOICES)
const IF_KNOWN = 'Leave empty if nobody knows yet'

type Start = ClaimShown['start']

function voidStart({ reason, fromOn, untilOn }: Start) {
  return { reason, fromOn: boxesOf(fromOn), ...(untilOn && { untilOn: boxesOf(untilOn) }) }
}

function readyStart({ untilOn }: Start) {
  return untilOn ? { readyOn: boxesOf(untilOn) } : {}
}

/** The day that was planned, once it has come. */
function movedStart({ movesOn, today }: Start) {
  return movesOn !== null && movesOn <= today ? { movedOn: boxesOf(movesOn) } : {}
}

function movesStart({ movesOn, today }: Start) {
  return movesOn !== null && movesOn > today ? { movesOn: boxesOf(movesOn) } : {}
}

function leftStart({ leftOn }: Start) {
  return leftOn ? { leftOn: boxesOf(leftOn) } : {}
}
