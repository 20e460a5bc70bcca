import { REQUEST_ITEM_LABELS } from '~/domain/referral/referral'
import { Checkboxes } from '~/ui/form/checkboxes'
import { listOf, startOf } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { type FieldName, type FieldsProps, Note } from '../field'

type Name = FieldName<'request_information'>

export function RequestFields({ page, form }: FieldsProps) {
  return (
    <>
      <Checkboxes
        {...startOf<Name>(form, 'items')}
        legend="What do you need to decide?"
        small
        choices={choicesOf(REQUEST_ITEM_LABELS)}
        defaultOptions={listOf(form.values.items)}
      />
      <Note page={page} form={form} label="What exactly do you need to know?" />
    </>
  )
}
