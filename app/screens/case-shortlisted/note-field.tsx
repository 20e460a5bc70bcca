import { SHORTLIST_NOTE_LIMIT } from '~/domain/shortlist/shortlist'
import { fieldOf, type FormState } from '~/ui/form/form-value'
import { Textarea } from '~/ui/form/textarea'

/** What is noted of a service for a case: the team's own. */
export function NoteField({ form }: { form: FormState }) {
  return (
    <Textarea
      {...fieldOf(form, 'note')}
      label="Note (optional)"
      rows={3}
      hint={`Your team reads it, nobody else, and it is not printed. Up to ${SHORTLIST_NOTE_LIMIT} characters`}
    />
  )
}
