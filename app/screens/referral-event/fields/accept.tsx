import { Card } from '~/ui/card'
import { Checkboxes } from '~/ui/form/checkboxes'
import { choicesOf } from '~/ui/form/labelled-choices'
import { listOf, startOf } from '~/ui/form/form-value'
import { FactList } from '~/ui/summary-list'
import { type FieldsProps, Note } from '../field'
import type { FieldName } from './field-name'
import { FIELDS_OF, saidYes } from './words'

type Name = FieldName<'accept'>
const WORDS = FIELDS_OF.accept

export function AcceptFields({ page, form }: FieldsProps) {
  return (
    <>
      <Card title="Read this to the person">
        <FactList rows={page.offered} />
      </Card>
      <Checkboxes
        {...startOf<Name>(form, 'saidYes')}
        legend={WORDS.saidYes.label}
        choices={[{ value: 'yes', text: saidYes(page.pronoun) }]}
        defaultOptions={listOf(form.values.saidYes)}
      />
      {page.freesOther && (
        <Checkboxes
          {...startOf<Name>(form, 'freesOther')}
          legend={page.freesOther}
          choices={choicesOf(WORDS.freesOther.choices)}
          defaultOptions={listOf(form.values.freesOther)}
        />
      )}
      <Note
        page={page}
        form={form}
        label={`What ${page.pronoun} said, in ${page.pronoun === 'they' ? 'their' : page.pronoun === 'she' ? 'her' : 'his'} own words (optional)`}
      />
    </>
  )
}
