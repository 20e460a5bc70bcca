import { CHILD_SEX } from '~/domain/case/answers/fact-choices'
import { Fieldset } from '~/ui/form/fieldset'
import { describedBy, FieldError, FormGroup, Hint } from '~/ui/form/form-group'
import { optionsOf } from '~/ui/form/labelled-choices'
import { Select } from '~/ui/form/select'
import { TextInput } from '~/ui/form/text-input'
import { errorsOf, type FieldStart, type FormState, rowsOf, textOf } from '~/ui/form/form-value'

const SPARE_ROWS = 2
const LEAST_ROWS = 3
const MOST_ROWS = 12

type ChildrenProps = FieldStart & { legend: string; form: FormState }

/** Each child's age and sex, a row each: some empty rows in sight, the rest folded, so that every child can be told of at once. */
export function ChildrenField(props: ChildrenProps) {
  const { id, name, legend, hint, errors, form } = props
  const shown = rowsOf(form.values[name], SPARE_ROWS, LEAST_ROWS, MOST_ROWS).length
  const rows = rowsOf(form.values[name], MOST_ROWS, MOST_ROWS, MOST_ROWS)
  return (
    <FormGroup errors={errors}>
      <Fieldset legend={legend} describedBy={describedBy(props)}>
        {hint !== undefined && <Hint id={id}>{hint}</Hint>}
        <FieldError id={id} errors={errors} />
        {rows.slice(0, shown).map((row, index) => (
          <ChildRow key={index} {...props} row={row} index={index} />
        ))}
        {shown < MOST_ROWS && (
          <details className="govuk-details">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">Add more children, up to {MOST_ROWS}</span>
            </summary>
            <div className="govuk-details__text">
              {rows.slice(shown).map((row, index) => (
                <ChildRow key={index} {...props} row={row} index={shown + index} />
              ))}
            </div>
          </details>
        )}
      </Fieldset>
    </FormGroup>
  )
}

function ChildRow({
  id,
  name,
  form,
  row,
  index,
}: ChildrenProps & { row: Record<string, unknown>; index: number }) {
  return (
    <div className="tg-field-row">
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
  )
}
