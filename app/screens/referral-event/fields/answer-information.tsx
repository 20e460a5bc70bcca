import { ANSWER_LIMIT } from '~/domain/referral/events/note-field'
import { startOf, textOf } from '~/ui/form/form-value'
import { Textarea } from '~/ui/form/textarea'
import { AskedFor } from '../asked-for'
import { type FieldName, type FieldsProps } from '../field'

type Name = FieldName<'answer_information'>

export function AnswerFields({ page, form }: FieldsProps) {
  return (
    <>
      {page.asked && <AskedFor {...page.asked} />}
      <Textarea
        {...startOf<Name>(form, 'note')}
        label="What have you added or learned?"
        hint={`${page.readBy}. Up to ${ANSWER_LIMIT} characters; no names of others`}
        rows={5}
        defaultValue={textOf(form.values.note)}
      />
    </>
  )
}
