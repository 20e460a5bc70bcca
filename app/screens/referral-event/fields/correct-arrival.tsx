import { Checkboxes } from '~/ui/form/checkboxes'
import { errorsOf, listOf, startOf } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { DayOf, type FieldsProps, Note } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF } from './words'

type Name = FieldName<'correct_arrival'>
const WORDS = FIELDS_OF.correct_arrival

/** The tick is asked for where the day turns out to be before the release. */
export function CorrectArrivalFields({ page, form }: FieldsProps) {
  const ticked = listOf(form.values.releasedEarly)
  return (
    <>
      <DayOf<Name> form={form} name="arrivedOn" legend={WORDS.arrivedOn.label} />
      {(page.isBeforeRelease || ticked.length > 0 || errorsOf(form, 'releasedEarly').length > 0) && (
        <Checkboxes
          {...startOf<Name>(form, 'releasedEarly')}
          legend={WORDS.releasedEarly.label}
          choices={choicesOf(WORDS.releasedEarly.choices)}
          defaultOptions={ticked}
        />
      )}
      <Note page={page} form={form} />
    </>
  )
}
