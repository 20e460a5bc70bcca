import { DEPARTURE_LABELS } from '~/domain/referral/reasons'
import { startOf, textOf } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { DayOf, type FieldName, type FieldsProps, Note } from '../field'

type Name = FieldName<'depart'>

export function DepartFields({ page, form }: FieldsProps) {
  return (
    <>
      <DayOf<Name> form={form} name="departedOn" legend="Which day did the person leave?" />
      <Radios
        {...startOf<Name>(form, 'kind')}
        legend="How did the stay end?"
        small
        choices={choicesOf(DEPARTURE_LABELS)}
        defaultValue={textOf(form.values.kind)}
      />
      <Note page={page} form={form} />
    </>
  )
}
