import { Checkboxes } from '~/ui/form/checkboxes'
import { listOf, startOf, textOf } from '~/ui/form/form-value'
import { Radios } from '~/ui/form/radios'
import { RoomsTaken } from '~/screens/vacancies/rooms-taken'
import { DayOf, type FieldsProps, Why } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF } from './words'

type Name = FieldName<'other_room' | 'move_stay' | 'plan_move'>
const WORDS = FIELDS_OF.other_room

/** Another room, for somebody it is promised to or who lives there: which, from which day of a stay, and why. */
export function RoomFields({ page, form }: FieldsProps) {
  return (
    <>
      <Radios
        {...startOf<Name>(form, 'bedspaceId')}
        legend={WORDS.bedspaceId.label}
        hint={page.rooms.free.length === 0 ? 'No other room is free for all of that time' : undefined}
        small
        choices={page.rooms.free.map(({ id, name, hint }) => ({ value: id, text: name, hint }))}
        defaultValue={textOf(form.values.bedspaceId)}
      />
      <RoomsTaken rooms={page.rooms.taken} isOpen={page.rooms.free.length === 0} />
      {page.event === 'plan_move' && (
        <DayOf<FieldName<'plan_move'>>
          form={form}
          name="movesOn"
          legend={FIELDS_OF.plan_move.movesOn.label}
        />
      )}
      {page.event === 'move_stay' && (
        <DayOf<FieldName<'move_stay'>>
          form={form}
          name="movedOn"
          legend={FIELDS_OF.move_stay.movedOn.label}
        />
      )}
      <Checkboxes
        {...startOf<Name>(form, 'conflictCheck')}
        legend={WORDS.conflictCheck.label}
        choices={[
          {
            value: 'done',
            text: WORDS.conflictCheck.choices.done,
            hint: 'You have thought of who lives near it: nobody is a danger to the person, and the person is a danger to nobody',
          },
        ]}
        defaultOptions={listOf(form.values.conflictCheck)}
      />
      <Why page={page} form={form} />
    </>
  )
}
