import { type EntryField, type FieldKind, type FieldOf, NOT_STATED } from '~/domain/entry/field'
import { Checkboxes } from '~/ui/form/checkboxes'
import { DateInput } from '~/ui/form/date-input'
import { dateOf, fieldOf, type FormState, listOf, startOf } from '~/ui/form/form-value'
import { choicesOf, optionsOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { Textarea } from '~/ui/form/textarea'
import { TextInput } from '~/ui/form/text-input'
import { HoursFields } from './hours-fields'

/** Questions of an entry, each drawn by its kind. */
export function EntryFields({ form, fields }: { form: FormState; fields: readonly EntryField[] }) {
  return fields.map(field => <div key={field.name}>{DRAW[field.kind]({ form, field: field as never })}</div>)
}

const UNSAID = { value: NOT_STATED, text: 'Not stated' }
const YES_NO = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, UNSAID]
/** More than these are chosen from a list. */
const MOST_RADIOS = 6

const DRAW: {
  [Kind in FieldKind['kind']]: (props: { form: FormState; field: FieldOf<Kind> }) => JSX.Element
} = {
  line: ({ form, field }) => (
    <TextInput
      {...asked(form, field)}
      type={field.type ?? 'text'}
      width={field.type === 'tel' ? 20 : undefined}
    />
  ),
  lines: ({ form, field }) => <Textarea {...asked(form, field)} rows={field.most > 1000 ? 8 : 3} />,
  one: ({ form, field }) => <One form={form} field={field} />,
  several: ({ form, field }) => (
    <div className="tg-in-columns">
      <Checkboxes
        {...startOf(form, field.name)}
        legend={optional(field)}
        hint={field.hint}
        small
        choices={choicesOf(field.choices)}
        defaultOptions={listOf(form.values[field.name])}
      />
    </div>
  ),
  'yes-no': ({ form, field }) => (
    <Radios
      {...fieldOf(form, field.name)}
      legend={field.label}
      hint={field.hint}
      small
      inline
      choices={YES_NO}
    />
  ),
  pounds: ({ form, field }) => (
    <TextInput
      {...asked(form, field)}
      prefix="£"
      suffix={field.per && `a ${field.per}`}
      inputMode="decimal"
      width={10}
    />
  ),
  number: ({ form, field }) => (
    <TextInput {...asked(form, field)} suffix={field.unit} inputMode="numeric" width={4} />
  ),
  clock: ({ form, field }) => (
    <TextInput {...asked(form, field)} hint={field.hint ?? 'Such as 9pm or 21:30'} width={5} />
  ),
  list: ({ form, field }) => <TextInput {...asked(form, field)} />,
  day: ({ form, field }) => (
    <DateInput {...dateOf(form, field.name)} legend={optional(field)} hint={field.hint} />
  ),
  hours: ({ form, field }) => <HoursFields form={form} field={field} />,
}

function One({ form, field }: { form: FormState; field: FieldOf<'one'> }) {
  const codes = Object.keys(field.choices)
  if (codes.length > MOST_RADIOS)
    return <Select {...asked(form, field)} options={optionsOf(field.choices)} emptyText="Choose" />
  const choices = choicesOf(field.choices)
  return (
    <Radios
      {...fieldOf(form, field.name)}
      legend={field.label}
      hint={field.hint}
      small
      choices={field.missing ? choices : [...choices, UNSAID]}
    />
  )
}

function asked(form: FormState, field: EntryField) {
  return { ...fieldOf(form, field.name), label: optional(field), hint: field.hint }
}

function optional(field: EntryField): string {
  return 'missing' in field && field.missing ? field.label : `${field.label} (optional)`
}
