import { startOf, textOf } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { DayOf, type FieldsProps, Note } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF } from './words'

type Name = FieldName<'depart' | 'correct_departure'>
const WORDS = FIELDS_OF.depart

/** When the stay ended and how: as it is recorded, or put right. */
export function DepartFields({ page, form }: FieldsProps) {
  return (
    <>
      <DayOf<Name> form={form} name="departedOn" legend={WORDS.departedOn.label} />
      <Radios
        {...startOf<Name>(form, 'kind')}
        legend={WORDS.kind.label}
        small
        choices={choicesOf(WORDS.kind.choices)}
        defaultValue={textOf(form.values.kind)}
      />
      <Note page={page} form={form} />
    </>
  )
}
