import { Checkboxes } from '~/ui/form/checkboxes'
import { errorsOf, listOf, startOf } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { DayOf, type FieldsProps, Note } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF } from './words'

type Name = FieldName<'arrive'>
const WORDS = FIELDS_OF.arrive

export function ArriveFields({ page, form }: FieldsProps) {
  return (
    <>
      <DayOf<Name> form={form} name="arrivedOn" legend={WORDS.arrivedOn.label} />
      {(page.isBeforeRelease || errorsOf(form, 'releasedEarly').length > 0) && (
        <Checkboxes
          {...startOf<Name>(form, 'releasedEarly')}
          legend={`Release is due ${page.releaseDay}`}
          hint="The person’s other referrals close with an arrival"
          choices={choicesOf(WORDS.releasedEarly.choices)}
          defaultOptions={listOf(form.values.releasedEarly)}
        />
      )}
      <DayOf<Name>
        form={form}
        name="expectedDepartureOn"
        legend={WORDS.expectedDepartureOn.label}
        hint="A forecast: the bedspace stays theirs until you record that they have left"
      />
      <Note page={page} form={form} />
    </>
  )
}
