import { CLOSING_NOTE_LIMIT, CLOSING_REASON_LABELS } from '~/domain/case/closing/case-closing'
import { fieldOf, type FormState } from '~/ui/form/form-value'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { Textarea } from '~/ui/form/textarea'

/** Why a case closes, and a few words. */
export function ClosingFields({ form, legend }: { form: FormState; legend: string }) {
  return (
    <>
      <Radios {...fieldOf(form, 'reason')} legend={legend} small choices={CHOICES} />
      <Textarea
        {...fieldOf(form, 'note')}
        label="In a few words"
        rows={3}
        hint={`Needed for “Other”, else optional. Up to ${CLOSING_NOTE_LIMIT} characters; no names of others`}
      />
    </>
  )
}

const MISTAKE_HINT =
  'It counts in no figure. Referrals that wait are withdrawn as sent in error, and their providers told'

const CHOICES = choicesOf(CLOSING_REASON_LABELS).map(choice =>
  choice.value === 'opened_by_mistake' ? { ...choice, hint: MISTAKE_HINT } : choice,
)
