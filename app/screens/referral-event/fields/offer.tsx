import { NOTE_LIMIT } from '~/domain/referral/events/note-field'
import { Checkboxes } from '~/ui/form/checkboxes'
import { errorsOf, listOf, startOf, textOf } from '~/ui/form/form-value'
import { Textarea } from '~/ui/form/textarea'
import { BedspaceFields } from '../bedspace-fields'
import { DayOf, type FieldsProps, Note } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF } from './words'

type Name = FieldName<'offer'>
const WORDS = FIELDS_OF.offer

export function OfferFields({ page, form }: FieldsProps) {
  return (
    <>
      <BedspaceFields bedspaces={page.bedspaces} form={form} />
      <DayOf<Name>
        form={form}
        name="fromOn"
        legend={WORDS.fromOn.label}
        hint={`The day of release${page.releaseDay ? `, ${page.releaseDay},` : ''} unless you agreed another`}
      />
      {(errorsOf(form, 'whyThen').length > 0 || textOf(form.values.whyThen) !== '') && (
        <Textarea
          {...startOf<Name>(form, 'whyThen')}
          label={WORDS.whyThen.label}
          hint={`${page.readBy}. Up to ${NOTE_LIMIT} characters; no names of others`}
          rows={2}
          defaultValue={textOf(form.values.whyThen)}
        />
      )}
      <DayOf<Name>
        form={form}
        name="untilOn"
        legend={WORDS.untilOn.label}
        hint="At first the longest the service lets people stay. Change it for a shorter stay"
      />
      <Checkboxes
        {...startOf<Name>(form, 'conflictCheck')}
        legend={WORDS.conflictCheck.label}
        choices={[
          {
            value: 'done',
            text: WORDS.conflictCheck.choices.done,
            hint: 'You have thought of who lives there now: nobody is a danger to the person, and the person is a danger to nobody. Throughgate never compares people with residents',
          },
        ]}
        defaultOptions={listOf(form.values.conflictCheck)}
      />
      <Note page={page} form={form} />
    </>
  )
}
