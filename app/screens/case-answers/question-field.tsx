import type { ReactNode } from 'react'

import type { Question, QuestionKind } from '~/domain/case/answers/fact-topics'
import { authorities } from '~/domain/area/region'
import { Checkboxes } from '~/ui/form/checkboxes'
import { DateInput } from '~/ui/form/date-input'
import { choicesOf } from '~/ui/form/labelled-choices'
import { MonthInput } from '~/ui/form/month-input'
import { Radios } from '~/ui/form/radios'
import { TextInput } from '~/ui/form/text-input'
import { AvoidField, type AvoidableService } from './avoid-field'
import { ChildrenField } from './children-field'
import {
  errorsOf,
  fieldId,
  type FieldStart,
  type FormState,
  listOf,
  partsOf,
  textOf,
} from '~/ui/form/form-value'
import { ConnectionsField, ExclusionsField } from './place-rows-field'

export interface QuestionFieldProps {
  question: Question
  form: FormState
  /** When it is asked at all, in words; the question stands in sight either way. */
  onlyIf?: string
  /** The services a person may be kept from, for the question that asks. */
  services: readonly AvoidableService[]
}

type Draw = (question: Question, start: FieldStart, props: QuestionFieldProps) => ReactNode

const AUTHORITY_CHOICES = authorities.map(({ code, name }) => ({ value: code, text: name }))
/** So few answers stand side by side. */
const INLINE_UP_TO = 3

/** One question of a topic with the control of its kind. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, form, onlyIf } = props
  const start: FieldStart = {
    id: fieldId(form, question.field),
    name: question.field,
    hint: [onlyIf, question.hint].filter(Boolean).join('. ') || undefined,
    errors: errorsOf(form, question.field),
  }
  const field = DRAW[question.kind](question, start, props)
  return onlyIf ? <div className="tg-follows">{field}</div> : <>{field}</>
}

const DRAW: Record<QuestionKind, Draw> = {
  choice: drawChoice,
  many: ({ question, choices = {} }, start, { form }) => (
    <Checkboxes
      {...start}
      legend={question}
      small
      choices={[...choicesOf(choices), { value: 'none', text: 'None of these', dividedBy: 'or' }]}
      defaultOptions={listOf(form.values[start.name])}
    />
  ),
  flag: ({ question, legend = question }, start, { form }) => (
    <Checkboxes
      {...start}
      legend={legend}
      small
      choices={[{ value: 'on', text: question }]}
      defaultOptions={isTicked(form.values[start.name]) ? ['on'] : []}
    />
  ),
  pounds: ({ question }, start, { form }) => (
    <TextInput
      {...start}
      label={question}
      prefix="£"
      width={10}
      inputMode="decimal"
      defaultValue={textOf(form.values[start.name])}
    />
  ),
  year: ({ question }, start, { form }) => (
    <TextInput
      {...start}
      label={question}
      width={4}
      inputMode="numeric"
      defaultValue={textOf(form.values[start.name])}
    />
  ),
  month: ({ question }, start, { form }) => (
    <MonthInput
      {...start}
      allErrors={form.errors}
      legend={question}
      defaultValue={partsOf(form.values[start.name])}
    />
  ),
  day: ({ question }, start, { form }) => (
    <DateInput
      {...start}
      allErrors={form.errors}
      legend={question}
      defaultValue={partsOf(form.values[start.name])}
    />
  ),
  authorities: ({ question }, start, { form }) => (
    <div className="tg-in-columns">
      <Checkboxes
        {...start}
        legend={question}
        small
        choices={AUTHORITY_CHOICES}
        defaultOptions={listOf(form.values[start.name])}
      />
    </div>
  ),
  children: ({ question }, start, { form }) => <ChildrenField legend={question} {...start} form={form} />,
  connections: ({ question }, start, { form }) => (
    <ConnectionsField legend={question} {...start} form={form} />
  ),
  exclusions: ({ question }, start, { form }) => <ExclusionsField legend={question} {...start} form={form} />,
  avoid: ({ question }, start, { form, services }) => (
    <AvoidField legend={question} {...start} form={form} services={services} />
  ),
}

function drawChoice({ question, choices = {} }: Question, start: FieldStart, { form }: QuestionFieldProps) {
  const each = choicesOf(choices)
  const inline = each.length <= INLINE_UP_TO
  return (
    <Radios
      {...start}
      legend={question}
      small
      inline={inline}
      choices={inline ? each.map(({ value, text }) => ({ value, text })) : each}
      defaultValue={textOf(form.values[start.name])}
    />
  )
}

function isTicked(value: unknown): boolean {
  return value === true || value === 'on'
}
