import { ANSWER_LIMIT } from '~/domain/referral/events/note-field'
import { startOf, textOf } from '~/ui/form/form-value'
import { Textarea } from '~/ui/form/textarea'
import { AskedFor } from '../asked-for'
import type { FieldsProps } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF } from './words'

type Answer = 'answer_information' | 'answered_by_phone'
type Name = FieldName<Answer>

/** An answer to what was asked: the referrer's own, or as it came to the provider by phone. */
export function AnswerFields({ page, form }: FieldsProps) {
  return (
    <>
      {page.asked && <AskedFor {...page.asked} />}
      <Textarea
        {...startOf<Name>(form, 'note')}
        label={FIELDS_OF[page.event as Answer].note.label}
        hint={`${page.readBy}. Up to ${ANSWER_LIMIT} characters; no names of others`}
        rows={5}
        defaultValue={textOf(form.values.note)}
      />
    </>
  )
}
