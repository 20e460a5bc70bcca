import { NOTE_LIMIT } from '~/domain/referral/events/note-field'
import { startOf, textOf } from '~/ui/form/form-value'
import { Textarea } from '~/ui/form/textarea'
import type { FieldsProps } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF } from './words'

type Name = FieldName<'extend_offer'>
const WORDS = FIELDS_OF.extend_offer

export function ExtendFields({ form }: FieldsProps) {
  return (
    <Textarea
      {...startOf<Name>(form, 'reason')}
      label={WORDS.reason.label}
      hint={`Up to ${NOTE_LIMIT} characters`}
      rows={3}
      defaultValue={textOf(form.values.reason)}
    />
  )
}
