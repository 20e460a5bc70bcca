import { listed } from '~/domain/eligibility/wording'
import { Radios } from '../radios'
import { errorsOf, fieldId, type FormState, textOf } from './form-value'

interface PassOnFieldProps {
  form: FormState
  affected: readonly { id: string; reference: string; serviceName: string }[]
}

const CHOICES = [
  {
    value: 'yes',
    text: 'Yes',
    hint: 'The assessor reads what changed, as far as the person agreed to share',
  },
  {
    value: 'no',
    text: 'No',
    hint: 'The provider reads only that you have something to tell, and your phone number',
  },
]

/** Asked where what is saved changes the answer of open referrals: does she agree that it is passed on? */
export function PassOnField({ form, affected }: PassOnFieldProps) {
  const services = listed(affected.map(({ serviceName, reference }) => `${serviceName} (${reference})`))
  return (
    <Radios
      id={fieldId(form, 'passOn')}
      name="passOn"
      errors={errorsOf(form, 'passOn')}
      legend="Does the person agree that the provider is told what changed?"
      hint={`This changes how the person fits ${services}. Nothing is saved yet`}
      choices={CHOICES}
      defaultValue={textOf(form.values.passOn)}
    />
  )
}
