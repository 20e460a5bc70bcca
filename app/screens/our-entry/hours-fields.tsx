import type { FieldOf } from '~/domain/entry/field'
import { HOURS_ANSWERS, MOST_HOURS_ROWS, WEEKDAYS } from '~/domain/entry/staffed-hours-form'
import { Checkboxes } from '~/ui/form/checkboxes'
import { Fieldset } from '~/ui/form/fieldset'
import { errorsOf, fieldId, type FormState, listOf, partsOf, rowsOf, textOf } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { TextInput } from '~/ui/form/text-input'

const SPARE_ROWS = 1
const LEAST_ROWS = 2
const DAYS = Object.entries(WEEKDAYS).map(([value, text]) => ({ value, text }))

/** Whether somebody is there at every hour, or on which days and from when to when, a row each. */
export function HoursFields({
  form,
  field: { name, label, hint },
}: {
  form: FormState
  field: FieldOf<'hours'>
}) {
  const { answer, rows } = partsOf(form.values[name])
  const id = fieldId(form, name)
  return (
    <>
      <Radios
        id={id}
        name={`${name}.answer`}
        legend={label}
        hint={hint}
        errors={[...errorsOf(form, name), ...errorsOf(form, `${name}.answer`)]}
        small
        choices={choicesOf(HOURS_ANSWERS)}
        defaultValue={textOf(answer)}
      />
      <div className="tg-follows">
        <Fieldset legend="If at set hours: on which days, and from when to when">
          {rowsOf(rows, SPARE_ROWS, LEAST_ROWS, MOST_HOURS_ROWS).map((row, at) => (
            <HoursRow key={at} form={form} row={row} name={`${name}.rows[${at}]`} at={at + 1} />
          ))}
        </Fieldset>
      </div>
    </>
  )
}

interface HoursRowProps {
  form: FormState
  row: Record<string, unknown>
  name: string
  at: number
}

function HoursRow({ form, row, name, at }: HoursRowProps) {
  const box = (part: 'from' | 'to', label: string) => (
    <TextInput
      id={fieldId(form, `${name}.${part}`)}
      name={`${name}.${part}`}
      label={`${label} (row ${at})`}
      width={5}
      errors={errorsOf(form, `${name}.${part}`)}
      defaultValue={textOf(row[part])}
    />
  )
  return (
    <>
      <Checkboxes
        id={fieldId(form, `${name}.days`)}
        name={`${name}.days`}
        legend={`Days (row ${at})`}
        errors={errorsOf(form, `${name}.days`)}
        small
        inline
        choices={DAYS}
        defaultOptions={listOf(row.days)}
      />
      <div className="tg-field-row">
        {box('from', 'From')}
        {box('to', 'To')}
      </div>
    </>
  )
}
