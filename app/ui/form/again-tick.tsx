import { Checkboxes } from './checkboxes'
import { type FormState, startOf } from './form-value'

/** The tick that something is to be added a second time; asked only where just the same was added a moment ago. */
export function AgainTick({ form }: { form: FormState }) {
  if (!form.errors.again) return null
  return (
    <Checkboxes
      {...startOf(form, 'again')}
      legend="Is it to be added again?"
      small
      choices={[{ value: 'yes', text: 'Yes: add the same again' }]}
    />
  )
}
