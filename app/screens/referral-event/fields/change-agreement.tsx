import { startOf, textOf } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { type FieldsProps, Note } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF } from './words'

type Name = FieldName<'change_agreement'>
const { agreedTier } = FIELDS_OF.change_agreement

export function AgreementFields({ page, form }: FieldsProps) {
  return (
    <>
      <Radios
        {...startOf<Name>(form, 'agreedTier')}
        legend={agreedTier.label}
        hint="Each includes the one before. More than triage is open only once a worker has taken the referral to assess"
        small
        choices={choicesOf(agreedTier.choices)}
        defaultValue={textOf(form.values.agreedTier)}
      />
      <Note page={page} form={form} />
    </>
  )
}
