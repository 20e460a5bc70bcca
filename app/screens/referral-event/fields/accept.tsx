import { Card } from '~/ui/card'
import { Checkboxes } from '~/ui/form/checkboxes'
import { listOf, startOf } from '~/ui/form/form-value'
import { FactList } from '~/ui/summary-list'
import { type FieldName, type FieldsProps, Note } from '../field'

type Name = FieldName<'accept'>

export function AcceptFields({ page, form }: FieldsProps) {
  return (
    <>
      <Card title="Read this to the person">
        <FactList rows={page.offered} />
      </Card>
      <Checkboxes
        {...startOf<Name>(form, 'saidYes')}
        legend="The person’s own answer"
        choices={[
          { value: 'yes', text: `I asked, and ${page.pronoun} said yes to this place on these days` },
        ]}
        defaultOptions={listOf(form.values.saidYes)}
      />
      {page.freesOther && (
        <Checkboxes
          {...startOf<Name>(form, 'freesOther')}
          legend={page.freesOther}
          choices={[{ value: 'yes', text: 'Free that place: the person wants this one instead' }]}
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
