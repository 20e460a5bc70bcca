import { NOTE_LIMIT } from '~/domain/referral/events/note-field'
import { DateInput } from '~/ui/form/date-input'
import { dateOf, type FormState, startOf, textOf } from '~/ui/form/form-value'
import { Textarea } from '~/ui/form/textarea'
import { ANYTHING_TO_ADD } from './fields/words'
import type { EventPage } from './page'

export interface FieldsProps {
  page: EventPage
  form: FormState
}

/** Free words beside an event, which nobody has to write. */
export function Note({ page, form, label = ANYTHING_TO_ADD }: FieldsProps & { label?: string }) {
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

/** Why something is undone or moved: words that must be written. */
export function Why({ page, form }: FieldsProps) {
  return (
    <Textarea
      {...startOf(form, 'note')}
      label="Why?"
      hint={`${page.readBy}. Up to ${NOTE_LIMIT} characters; no names of others`}
      rows={3}
      defaultValue={textOf(form.values.note)}
    />
  )
}

interface DayProps<Name extends string> {
  form: FormState
  name: Name
  legend: string
  hint?: string
}

/** One date of an event. */
export function DayOf<Name extends string>({ form, name, legend, hint }: DayProps<Name>) {
  return <DateInput {...dateOf(form, name)} legend={legend} hint={hint} />
}
