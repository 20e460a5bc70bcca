import { authorities } from '~/domain/area/region'
import type { CheckQuestion } from '~/domain/outcome/check-questions'
import { DateInput } from '~/ui/form/date-input'
import { dateOf, fieldOf, type FormState, startOf } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { Tick } from '~/ui/form/tick'
import { councilWords } from '~/screens/case/check-words'

interface CheckFieldProps {
  question: CheckQuestion
  form: FormState
}

const COUNCIL_OPTIONS = [...authorities.map(({ code }) => code), 'outside'].map(value => ({
  value,
  text: councilWords(value),
}))

/** So few answers stand side by side. */
const INLINE_UP_TO = 3

/** One question of a check with the control of its kind. */
export function CheckField({ question: asked, form }: CheckFieldProps) {
  const { field, kind, question, hint, choices = {} } = asked
  if (kind === 'day') return <DateInput {...dateOf(form, field)} legend={question} hint={hint} />
  if (kind === 'tick')
    return <Tick {...startOf(form, field)} text={question} isTicked={form.values[field] === 'yes'} />
  if (kind === 'council')
    return (
      <Select
        {...fieldOf(form, field)}
        label={question}
        hint={hint}
        options={COUNCIL_OPTIONS}
        emptyText="Not known"
      />
    )
  const each = choicesOf(choices)
  const isInline = each.length <= INLINE_UP_TO
  return (
    <Radios
      {...fieldOf(form, field)}
      legend={question}
      hint={hint}
      small
      inline={isInline}
      choices={isInline ? each.map(({ value, text }) => ({ value, text })) : each}
    />
  )
}
