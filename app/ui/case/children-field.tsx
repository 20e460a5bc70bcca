import { CHILD_SEX } from '~/domain/person-case/fact-choices'
import { Fieldset } from '../fieldset'
import { describedBy, FieldError, FormGroup, Hint } from '../form-group'
import { optionsOf } from '../labelled-choices'
import { Select } from '../select'
import { TextInput } from '../text-input'
import { errorsOf, type FieldStart, type FormState, rowsOf, textOf } from './form-value'

const SPARE_ROWS = 2
const LEAST_ROWS = 3
const MOST_ROWS = 12

/** Each child's age and sex, a row each, with empty rows to fill in; saving gives more. */
export function ChildrenField(props: FieldStart & { legend: string; form: FormState }) {
  const { id, name, legend, hint, errors, form } = props
  const rows = rowsOf(form.values[name], SPARE_ROWS, LEAST_ROWS, MOST_ROWS)
  return (
    <FormGroup errors={errors}>
      <Fieldset legend={legend} describedBy={describedBy(props)}>
        {hint !== undefined && <Hint id={id}>{hint}</Hint>}
        <FieldError id={id} errors={errors} />
        {rows.map((row, index) => (
          <div key={index} className="tg-field-row">
            <TextInput
              id={index === 0 ? id : `${id}-${index}-age`}
              name={`${name}[${index}].age`}
              label={`Age of child ${index + 1}`}
              width={3}
              inputMode="numeric"
              errors={errorsOf(form, `${name}[${index}].age`)}
              defaultValue={textOf(row.age)}
            />
            <Select
              id={`${id}-${index}-sex`}
              name={`${name}[${index}].sex`}
              label={`Sex of child ${index + 1}`}
              options={optionsOf(CHILD_SEX)}
              emptyText="Choose"
              errors={errorsOf(form, `${name}[${index}].sex`)}
              defaultValue={textOf(row.sex)}
            />
          </div>
        ))}
      </Fieldset>
    </FormGroup>
  )
}
