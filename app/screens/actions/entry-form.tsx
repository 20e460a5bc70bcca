import type { SubmissionResult } from '@conform-to/react'

import type { EntryKind } from '~/domain/action/entry'
import { WORDS_LIMIT } from '~/domain/action/entry-form'
import { Button } from '~/ui/form/button'
import { DateInput } from '~/ui/form/date-input'
import { dateOf, fieldOf, type FormState } from '~/ui/form/form-value'
import { HiddenFields, type HiddenValues } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { Textarea } from '~/ui/form/textarea'
import { TextInput } from '~/ui/form/text-input'
import { KIND_WORDS, REGISTER_FIELDS } from './page'

export interface EntryFormProps {
  kind: EntryKind
  form: FormState
  carried: HiddenValues
  submission?: SubmissionResult<string[]>
  button: string
}

/** The form of an action, or of an issue or risk. */
export function EntryForm({ kind, form, carried, submission, button }: EntryFormProps) {
  return (
    <PostForm id={form.formId} noValidate>
      {kind === 'concern' && <Chosen form={form} name="nature" />}
      <Listed form={form} name="subject" />
      <Listed form={form} name="place" />
      <Textarea
        {...fieldOf(form, 'words')}
        label={kind === 'action' ? REGISTER_FIELDS.words.label : 'What the issue or risk is'}
        hint={`Name nobody who is or was in prison. Up to ${WORDS_LIMIT} characters`}
        rows={3}
      />
      <TextInput
        {...fieldOf(form, 'owner')}
        label={REGISTER_FIELDS.owner.label}
        hint="A post, a team or an organisation"
        width={30}
      />
      {kind === 'action' && <CostAndDue form={form} />}
      {kind === 'concern' && <Chosen form={form} name="severity" />}
      <Radios
        {...fieldOf(form, 'state')}
        legend={REGISTER_FIELDS.state.label}
        small
        choices={choicesOf(KIND_WORDS[kind].states)}
      />
      <HiddenFields values={carried} refused={submission} />
      <Button>{button}</Button>
    </PostForm>
  )
}

function CostAndDue({ form }: { form: FormState }) {
  return (
    <>
      <TextInput
        {...fieldOf(form, 'costPounds')}
        label={REGISTER_FIELDS.costPounds.label}
        hint="Whole pounds. Leave it empty where nobody has worked it out"
        prefix="£"
        inputMode="numeric"
        width={10}
      />
      <DateInput {...dateOf(form, 'dueOn')} legend={REGISTER_FIELDS.dueOn.label} />
    </>
  )
}

function Chosen({ form, name }: { form: FormState; name: 'nature' | 'severity' }) {
  const { label, choices } = REGISTER_FIELDS[name]
  return <Radios {...fieldOf(form, name)} legend={label} small choices={choicesOf(choices)} />
}

function Listed({ form, name }: { form: FormState; name: 'subject' | 'place' }) {
  const { label, choices } = REGISTER_FIELDS[name]
  const options = Object.entries(choices).map(([value, text]) => ({ value, text }))
  return <Select {...fieldOf(form, name)} label={label} options={options} emptyText="Choose" />
}
