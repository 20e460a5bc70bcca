import { MORE_REASONS_LIMIT, type Reason, REASON_NOTE_LIMIT } from '~/domain/referral/reasons'
import { errorsOf, fieldId, type FormState, listOf, textOf } from '~/ui/form/form-value'
import { FieldError, FormGroup, Hint, describedBy } from '~/ui/form/form-group'
import { Fieldset } from '~/ui/form/fieldset'
import { Textarea } from '~/ui/form/textarea'
import { REASON_FIELDS } from './fields/words'

interface ReasonFieldsProps {
  reasons: readonly Reason[]
  form: FormState
}

interface ListProps extends ReasonFieldsProps {
  kind: 'radio' | 'checkbox'
  name: string
  legend: string
  hint: string
}

/** A main reason by category, up to two more, and a few words. */
export function ReasonFields({ reasons, form, readBy }: ReasonFieldsProps & { readBy: string }) {
  return (
    <>
      <ReasonList
        reasons={reasons}
        form={form}
        kind="radio"
        name="primary"
        legend={REASON_FIELDS.primary}
        hint="The reason that decided it"
      />
      <details
        className="govuk-details"
        open={listOf(form.values.others).length > 0 || errorsOf(form, 'others').length > 0}
      >
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Add up to {MORE_REASONS_LIMIT} more reasons</span>
        </summary>
        <div className="govuk-details__text">
          <ReasonList
            reasons={reasons}
            form={form}
            kind="checkbox"
            name="others"
            legend={REASON_FIELDS.others}
            hint={`Up to ${MORE_REASONS_LIMIT}, none of them the main one`}
          />
        </div>
      </details>
      <Textarea
        id={fieldId(form, 'note')}
        name="note"
        errors={errorsOf(form, 'note')}
        label={REASON_FIELDS.note}
        hint={`Needed for “Other”, else optional. ${readBy}. Up to ${REASON_NOTE_LIMIT} characters; no names of others`}
        rows={3}
        defaultValue={textOf(form.values.note)}
      />
    </>
  )
}

function ReasonList(props: ListProps) {
  const { reasons, form, name, legend, hint } = props
  const id = fieldId(form, name)
  const errors = errorsOf(form, name)
  const categories = [...new Set(reasons.map(reason => reason.category))]
  return (
    <FormGroup errors={errors}>
      <Fieldset legend={legend} describedBy={describedBy({ id, hint, errors })}>
        <Hint id={id}>{hint}</Hint>
        <FieldError id={id} errors={errors} />
        <div className="tg-reason-groups">
          {categories.map(category => (
            <Category key={category} {...props} category={category} />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

function Category({ category, ...props }: ListProps & { category: string }) {
  const { form, name, kind } = props
  const base = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  const headingId = `${fieldId(form, name)}-${category.replace(/\W+/g, '-')}`
  const listed = props.reasons.filter(reason => reason.category === category)
  return (
    <div className="tg-reason-group" role="group" aria-labelledby={headingId}>
      <p className="tg-reason-group__title" id={headingId}>
        {category}
      </p>
      <div className={`${base} ${base}--small`}>
        {listed.map(reason => (
          <Item key={reason.code} {...props} reason={reason} base={base} />
        ))}
      </div>
    </div>
  )
}

function Item({ reasons, form, name, kind, reason, base }: ListProps & { reason: Reason; base: string }) {
  const isFirst = reasons[0]?.code === reason.code
  const id = isFirst ? fieldId(form, name) : `${fieldId(form, name)}-${reason.code.replace('.', '-')}`
  return (
    <div className={`${base}__item`}>
      <input
        className={`${base}__input`}
        id={id}
        type={kind}
        name={name}
        value={reason.code}
        defaultChecked={listOf(form.values[name]).includes(reason.code)}
      />
      <label className={`govuk-label ${base}__label`} htmlFor={id}>
        {reason.label}
      </label>
    </div>
  )
}
