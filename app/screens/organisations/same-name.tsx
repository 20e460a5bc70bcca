import { foldedName } from '~/domain/organisation/same-name'
import { Checkboxes } from '~/ui/form/checkboxes'
import { type FormState, listOf, startOf, textOf } from '~/ui/form/form-value'

/** What is said where an organisation of that name is here already. */
export function sameNameWords(names: readonly string[]): string {
  return `An organisation of this name is here already: ${names.join(', ')}. If it is the same, do not add it again; if it is another, tick that it is`
}

/** The tick that this is another organisation of the same name; asked only where there is one. */
export function SameName({ form }: { form: FormState }) {
  const ticked = listOf(form.values.sameName)
  if (!form.errors.sameName && ticked.length === 0) return null
  const value = foldedName(textOf(form.values.name))
  return (
    <Checkboxes
      {...startOf(form, 'sameName')}
      legend="Is it another organisation?"
      small
      choices={[{ value, text: 'Yes: it is another organisation of the same name' }]}
      defaultOptions={ticked}
    />
  )
}
