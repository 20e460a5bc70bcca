import { Checkboxes } from '~/ui/form/checkboxes'
import { listOf, startOf } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { DayOf, type FieldsProps, Note } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF } from './words'

type Name = FieldName<'change_stay_end'>
const WORDS = FIELDS_OF.change_stay_end

/** Until when somebody stays, and whether that is sure. */
export function ChangeEndFields({ page, form }: FieldsProps) {
  return (
    <>
      <DayOf<Name> form={form} name="leavesOn" legend={WORDS.leavesOn.label} />
      <Checkboxes
        {...startOf<Name>(form, 'isSure')}
        legend={WORDS.isSure.label}
        choices={choicesOf(WORDS.isSure.choices)}
        defaultOptions={listOf(form.values.isSure)}
      />
      <Note page={page} form={form} />
    </>
  )
}
