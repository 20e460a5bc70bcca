import { passOnName, passOnQuestion } from '~/domain/case/answers/pass-on'
import { Radios } from '~/ui/form/radios'
import { errorsOf, fieldId, type FormState, partsOf, textOf } from '~/ui/form/form-value'

/** An open referral whose answer the sent facts change. */
export interface Affected {
  id: string
  reference: string
  serviceName: string
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

/** Asked where what is saved changes the answer of open referrals: does she agree that each provider is told? */
export function PassOnFields({ form, asked }: { form: FormState; asked: readonly Affected[] }) {
  return asked.map(({ id, reference, serviceName }) => {
    const name = passOnName(id)
    return (
      <div key={id}>
        <Radios
          id={fieldId(form, name)}
          name={name}
          errors={errorsOf(form, name)}
          legend={passOnQuestion(serviceName)}
          hint={`Referral ${reference}`}
          choices={CHOICES}
          defaultValue={textOf(partsOf(form.values.passOn)[`r-${id}`])}
        />
        <input type="hidden" name="passOnAsked" value={id} />
      </div>
    )
  })
}
