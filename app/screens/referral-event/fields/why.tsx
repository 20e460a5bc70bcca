import { Checkboxes } from '~/ui/form/checkboxes'
import { listOf, startOf } from '~/ui/form/form-value'
import { type FieldsProps, Why } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF } from './words'

/** Why something is undone; after a withdrawn agreement the new one too. */
export function WhyFields({ page, form }: FieldsProps) {
  return (
    <>
      {page.agreesAgain && (
        <Checkboxes
          {...startOf<FieldName<'undo_end'>>(form, 'agreedAgain')}
          legend={FIELDS_OF.undo_end.agreedAgain.label}
          choices={[{ value: 'yes', text: page.agreesAgain }]}
          defaultOptions={listOf(form.values.agreedAgain)}
        />
      )}
      <Why page={page} form={form} />
    </>
  )
}
