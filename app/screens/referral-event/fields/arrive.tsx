import { Checkboxes } from '~/ui/form/checkboxes'
import { errorsOf, listOf, startOf } from '~/ui/form/form-value'
import { DayOf, type FieldName, type FieldsProps, Note } from '../field'

type Name = FieldName<'arrive'>

export function ArriveFields({ page, form }: FieldsProps) {
  return (
    <>
      <DayOf<Name> form={form} name="arrivedOn" legend="Which day did the person arrive?" />
      {(page.isBeforeRelease || errorsOf(form, 'releasedEarly').length > 0) && (
        <Checkboxes
          {...startOf<Name>(form, 'releasedEarly')}
          legend={`Release is due ${page.releaseDay}`}
          hint="An arrival cannot be taken back: the person’s other referrals close with it"
          choices={[{ value: 'yes', text: 'The person was released early and is here' }]}
          defaultOptions={listOf(form.values.releasedEarly)}
        />
      )}
      <DayOf<Name>
        form={form}
        name="expectedDepartureOn"
        legend="Until when do you expect the person to stay?"
        hint="A forecast: the bedspace stays theirs until you record that they have left"
      />
      <Note page={page} form={form} />
    </>
  )
}
