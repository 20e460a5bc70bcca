import { Checkboxes } from '~/ui/form/checkboxes'
import { listOf, startOf } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { type FieldsProps, Note } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF } from './words'

type Name = FieldName<'request_information'>
const WORDS = FIELDS_OF.request_information

export function RequestFields({ page, form }: FieldsProps) {
  return (
    <>
      <Checkboxes
        {...startOf<Name>(form, 'items')}
        legend={WORDS.items.label}
        small
        choices={choicesOf(WORDS.items.choices)}
        defaultOptions={listOf(form.values.items)}
      />
      <Note page={page} form={form} label={WORDS.note.label} />
    </>
  )
}
