import { CONNECTION_GROUND, EXCLUSION_EXTENT, LIST_ANSWER } from '~/domain/case/answers/fact-choices'
import { authorities } from '~/domain/area/region'
import { Fieldset } from '~/ui/form/fieldset'
import { choicesOf, optionsOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { errorsOf, type FieldStart, type FormState, partsOf, rowsOf, textOf } from '~/ui/form/form-value'

interface PlaceRowsProps extends FieldStart {
  legend: string
  form: FormState
}

interface RowWords {
  /** What one row is about: 'Local connection', said with its number. */
  row: string
  extra: { name: string; label: string; choices: Readonly<Record<string, string>> }
}

const AUTHORITY_OPTIONS = authorities.map(({ code, name }) => ({ value: code, text: name }))
const SPARE_ROWS = 1
const LEAST_ROWS = 2
const MOST_ROWS = 12

/** Whether there is a local connection, and then where and on what ground. */
export function ConnectionsField(props: PlaceRowsProps) {
  return (
    <PlaceRows
      {...props}
      row="Connection"
      extra={{ name: 'ground', label: 'ground', choices: CONNECTION_GROUND }}
    />
  )
}

/** Whether the licence excludes areas, and then which and how much of each. */
export function ExclusionsField(props: PlaceRowsProps) {
  return (
    <PlaceRows
      {...props}
      row="Excluded area"
      extra={{ name: 'extent', label: 'how much of it', choices: EXCLUSION_EXTENT }}
    />
  )
}

function PlaceRows({ id, name, legend, hint, errors, form, row, extra }: PlaceRowsProps & RowWords) {
  const { answer, rows } = partsOf(form.values[name])
  const drawn = rowsOf(rows, SPARE_ROWS, LEAST_ROWS, MOST_ROWS)
  return (
    <>
      <Radios
        id={id}
        name={`${name}.answer`}
        legend={legend}
        hint={hint}
        errors={[...errors, ...errorsOf(form, `${name}.answer`)]}
        small
        inline
        choices={choicesOf(LIST_ANSWER).map(({ value, text }) => ({ value, text }))}
        defaultValue={textOf(answer)}
      />
      <div className="tg-follows">
        <Fieldset legend={`If yes: ${extra.label === 'ground' ? 'where, and why' : 'where, and how much'}`}>
          {drawn.map((typed, index) => (
            <PlaceRow
              key={index}
              {...{ typed, form, extra }}
              row={`${row} ${index + 1}`}
              id={`${id}-${index}`}
              name={`${name}.rows[${index}]`}
            />
          ))}
        </Fieldset>
      </div>
    </>
  )
}

function PlaceRow({
  id,
  name,
  row,
  typed,
  form,
  extra,
}: RowWords & { id: string; name: string; typed: Record<string, unknown>; form: FormState }) {
  return (
    <div className="tg-field-row">
      <Select
        id={`${id}-authority`}
        name={`${name}.authority`}
        label={`${row}: authority`}
        options={AUTHORITY_OPTIONS}
        emptyText="Choose"
        errors={errorsOf(form, `${name}.authority`)}
        defaultValue={textOf(typed.authority)}
      />
      <Select
        id={`${id}-${extra.name}`}
        name={`${name}.${extra.name}`}
        label={`${row}: ${extra.label}`}
        options={optionsOf(extra.choices)}
        emptyText="Choose"
        errors={errorsOf(form, `${name}.${extra.name}`)}
        defaultValue={textOf(typed[extra.name])}
      />
    </div>
  )
}
