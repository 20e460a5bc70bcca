import { authorities } from '~/domain/area/region'
import { HOME_ELSEWHERE_LABELS, SEX_LABELS } from '~/domain/case/record/person-case'
import { answerOf, saidOf } from '~/domain/case/record/said-of-number'
import { DateInput } from '~/ui/form/date-input'
import { dateOf, errorsOf, fieldOf, type FormState, startOf, textOf } from '~/ui/form/form-value'
import { optionsOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { TextInput } from '~/ui/form/text-input'
import { Tick } from '~/ui/form/tick'

/** The names of these fields, in the order they stand in. */
export const PERSON_FIELDS = [
  'prisonNumber',
  'openElsewhere',
  'samePerson',
  'anotherPerson',
  'name',
  'dateOfBirth',
  'sex',
] as const

/** Who the person is. */
export function PersonFields({ form }: { form: FormState }) {
  return (
    <>
      <TextInput
        {...fieldOf(form, 'prisonNumber')}
        label="Prison number"
        hint="A letter, 4 numbers and 2 letters, like Z1234AB"
        width={10}
        autoComplete="off"
        spellCheck={false}
      />
      <SaidTick form={form} name="openElsewhere" text="The other prison was rung, and the person is here" />
      <SamePerson form={form} />
      <SaidTick form={form} name="anotherPerson" text="This is another person" />
      <TextInput
        {...fieldOf(form, 'name')}
        label="Full name"
        autoComplete="off"
        spellCheck={false}
        width={30}
      />
      <DateInput {...dateOf(form, 'dateOfBirth')} legend="Date of birth" hint="For example, 28 3 1992" />
      <Radios {...fieldOf(form, 'sex')} legend="Sex" small inline choices={SEX_CHOICES} />
    </>
  )
}

/** Where home is. */
export function HomeField({ form }: { form: FormState }) {
  return (
    <Select
      {...fieldOf(form, 'homeAuthority')}
      label="Home area"
      hint="Where the person lived or has ties, not where they want to go"
      options={HOME_OPTIONS}
      emptyText="Choose"
    />
  )
}

/** Asked only once it is known that it must be: a tick that stands for the number as it was typed, and for no other. */
function SaidTick({
  form,
  name,
  text,
}: {
  form: FormState
  name: 'openElsewhere' | 'anotherPerson'
  text: string
}) {
  const number = textOf(form.values['prisonNumber'])
  const isTicked = answerOf(textOf(form.values[name]), number) === 'yes'
  if (!isTicked && errorsOf(form, name).length === 0) return null
  return <Tick {...startOf(form, name)} text={text} isTicked={isTicked} value={saidOf(number, 'yes')} />
}

/** Asked only once it is known that somebody with another name and date of birth had the number. */
function SamePerson({ form }: { form: FormState }) {
  const number = textOf(form.values['prisonNumber'])
  const isSaid = answerOf(textOf(form.values['samePerson']), number) !== null
  if (!isSaid && errorsOf(form, 'samePerson').length === 0) return null
  return (
    <Radios
      {...fieldOf(form, 'samePerson')}
      legend="Is this the same person?"
      hint="Only then the answers of that case are offered, each to be confirmed"
      small
      choices={SAME_CHOICES.map(({ answer, text }) => ({ value: saidOf(number, answer), text }))}
    />
  )
}

const SAME_CHOICES = [
  { answer: 'yes', text: 'Yes: the name and the date of birth were wrong there, or have changed' },
  { answer: 'no', text: 'No: nothing of that case is used' },
] as const

const SEX_CHOICES = optionsOf(SEX_LABELS)

const HOME_OPTIONS = [
  ...authorities.map(({ code, name }) => ({ value: code, text: name })),
  ...optionsOf(HOME_ELSEWHERE_LABELS),
]
