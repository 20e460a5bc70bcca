import { NOTE_KINDS, NOTE_WORDS_LIMIT } from '~/domain/entry-note/note'
import { fieldOf, type FormState } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { Textarea } from '~/ui/form/textarea'

/** What is wrong, and what more there is to say. */
export function NoteFields({ form }: { form: FormState }) {
  return (
    <>
      <Radios {...fieldOf(form, 'kind')} legend="What is wrong?" small choices={choicesOf(NOTE_KINDS)} />
      <Textarea
        {...fieldOf(form, 'words')}
        label="What should it say? (optional, unless it is something else)"
        hint={`Up to ${NOTE_WORDS_LIMIT} characters, about the service alone: nothing of anybody in prison`}
        rows={4}
      />
    </>
  )
}
