import { readClock } from '~/domain/time/clock-time'
import { errorsOf, fieldId, startOf, textOf } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { SureTick } from '~/ui/form/sure-tick'
import { TextInput } from '~/ui/form/text-input'
import { DayOf, type FieldsProps, Note } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF } from './words'

type Name = FieldName<'book_assessment'>
const WORDS = FIELDS_OF.book_assessment

export function AssessmentFields({ page, form }: FieldsProps) {
  return (
    <>
      <DayOf<Name> form={form} name="day" legend={WORDS.day.label} hint="For example, 28 11 2026" />
      <TimeOfDay form={form} />
      <Radios
        {...startOf<Name>(form, 'method')}
        legend={WORDS.method.label}
        small
        choices={choicesOf(WORDS.method.choices)}
        defaultValue={textOf(form.values.method)}
      />
      <Note page={page} form={form} />
    </>
  )
}

function TimeOfDay({ form }: Pick<FieldsProps, 'form'>) {
  const asked = errorsOf(form, 'timeSure')
  const time = readClock(textOf(form.values.time))
  const isTicked = time !== null && form.values.timeSure === time
  return (
    <>
      <TextInput
        {...startOf<Name>(form, 'time')}
        errors={[...errorsOf(form, 'time'), ...asked]}
        label={WORDS.time.label}
        hint="For example, 14:00"
        width={5}
        defaultValue={textOf(form.values.time)}
      />
      {time && (isTicked || asked.length > 0) && (
        <SureTick
          id={fieldId(form, 'timeSure')}
          name="timeSure"
          value={time}
          text={`${time} is right`}
          isTicked={isTicked}
        />
      )}
    </>
  )
}
