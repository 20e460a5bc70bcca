import type { ReactNode } from 'react'

import { policyField, type PolicyField, type PolicyFieldName } from '~/domain/policy/policy-fields'
import { listed, inSentence } from '~/domain/words/english'
import { Checkboxes } from '~/ui/form/checkboxes'
import { type FormState, listOf, startOf, textOf } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { Textarea } from '~/ui/form/textarea'
import { TextInput } from '~/ui/form/text-input'

interface AnswerFieldProps {
  name: PolicyFieldName
  form: FormState
}

type Start = ReturnType<typeof startOf> & { hint?: string }
type Draw = (field: PolicyField, start: Start, props: AnswerFieldProps) => ReactNode

/** How radios say that nothing is stated. */
const NOT_STATED = { value: 'not_stated', text: 'Not stated', dividedBy: 'or' }

/** One answer of a policy with the control of its kind; what goes with another answer alone stands in from it. */
export function AnswerField(props: AnswerFieldProps) {
  const field = policyField(props.name)
  const hint = [onlyIf(field), field.hint].filter(Boolean).join('. ')
  const start = { ...startOf(props.form, props.name), ...(hint && { hint }) }
  const drawn = DRAW[field.kind](field, start, props)
  return field.onlyWhen ? <div className="tg-follows">{drawn}</div> : <>{drawn}</>
}

/** What a form holds of an answer, as typed or as kept. */
export function typedOf(name: PolicyFieldName, form: FormState): string | string[] {
  const value = form.values[name]
  if (policyField(name).kind === 'many') return listOf(value)
  return value === NOT_STATED.value ? '' : textOf(value)
}

const DRAW: Record<PolicyField['kind'], Draw> = {
  choice: ({ question, choices = {} }, start, { name, form }) => (
    <Radios
      {...start}
      legend={question}
      small
      choices={[...choicesOf(choices), NOT_STATED]}
      defaultValue={typedOf(name, form) === '' ? NOT_STATED.value : String(typedOf(name, form))}
    />
  ),
  many: ({ question, choices = {} }, start, { name, form }) => (
    <Checkboxes
      {...start}
      legend={question}
      small
      choices={choicesOf(choices)}
      defaultOptions={listOf(form.values[name])}
    />
  ),
  number: ({ question }, start, { name, form }) => (
    <TextInput
      {...start}
      label={question}
      width={3}
      inputMode="numeric"
      defaultValue={textOf(form.values[name])}
    />
  ),
  pounds: ({ question }, start, { name, form }) => (
    <TextInput
      {...start}
      label={question}
      prefix="£"
      width={10}
      inputMode="decimal"
      defaultValue={textOf(form.values[name])}
    />
  ),
  text: ({ question }, start, { name, form }) => (
    <TextInput {...start} label={question} defaultValue={textOf(form.values[name])} />
  ),
  lines: ({ question }, start, { name, form }) => (
    <Textarea {...start} label={question} rows={8} defaultValue={textOf(form.values[name])} />
  ),
}

/** 'Only with Children: “Yes”'. */
function onlyIf({ onlyWhen }: PolicyField): string | null {
  if (!onlyWhen) return null
  const { label, choices = {} } = policyField(onlyWhen.field as PolicyFieldName)
  const answers = onlyWhen.is.map(code => `“${choices[code] ?? code}”`)
  return `Only with ${inSentence(label)}: ${listed(answers, 'or').toLowerCase()}`
}
