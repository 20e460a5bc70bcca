import { BEDSPACE_SEX_LABELS, BEDSPACE_TYPE_LABELS } from '~/domain/vacancy/vacancy'
import { fieldOf, type FormState } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { Textarea } from '~/ui/form/textarea'
import { TextInput } from '~/ui/form/text-input'

/** The questions about a room, but for its name, in the order in which they are asked. */
export const ROOM_FACT_FIELDS = [
  'type',
  'sex',
  'wheelchair',
  'note',
  'rentWeeklyPence',
  'serviceChargeWeeklyPence',
] as const

/** What a room is like and costs: asked of one and of several alike. */
export function RoomFields({ form }: { form: FormState }) {
  return (
    <>
      <Radios
        {...fieldOf(form, 'type')}
        legend="Kind of room"
        small
        choices={choicesOf(BEDSPACE_TYPE_LABELS)}
      />
      <Radios
        {...fieldOf(form, 'sex')}
        legend="Who is it for?"
        small
        choices={choicesOf({ service: 'Whom the service takes', ...BEDSPACE_SEX_LABELS })}
      />
      <Radios
        {...fieldOf(form, 'wheelchair')}
        legend="Can somebody in a wheelchair use it?"
        small
        choices={choicesOf({ yes: 'Yes', no: 'No', unknown: 'Not stated' })}
      />
      <Textarea
        {...fieldOf(form, 'note')}
        label="What else is to be known of it?"
        hint="Such as: second floor, no lift, shared kitchen. No address, and nobody’s name: referrers read it. Up to 500 characters"
        rows={3}
      />
      <TextInput
        {...fieldOf(form, 'rentWeeklyPence')}
        label="Rent a week"
        hint="Leave empty where it is the rent of the service"
        prefix="£"
        width={5}
        inputMode="decimal"
      />
      <TextInput
        {...fieldOf(form, 'serviceChargeWeeklyPence')}
        label="Service charge a week"
        hint="Leave empty where it is that of the service"
        prefix="£"
        width={5}
        inputMode="decimal"
      />
    </>
  )
}
