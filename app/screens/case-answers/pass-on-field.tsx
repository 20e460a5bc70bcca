import type { ReactNode } from 'react'

import { type AskedProvider, passOnName, passOnQuestion } from '~/domain/case/answers/pass-on'
import { Radios } from '~/ui/form/radios'
import { errorsOf, fieldId, type FormState, partsOf, textOf } from '~/ui/form/form-value'
import { inSentence } from '~/domain/words/english'

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
export function PassOnFields({ form, asked }: { form: FormState; asked: readonly AskedProvider[] }) {
  return asked.map(({ id, providerName, referrals, untold }) => {
    const name = passOnName(id)
    return (
      <div key={id}>
        <Radios
          id={fieldId(form, name)}
          name={name}
          errors={errorsOf(form, name)}
          legend={passOnQuestion(providerName, untold)}
          hint={referralWords(referrals)}
          choices={CHOICES}
          defaultValue={
            textOf(partsOf(form.values.passOn)[`r-${id}`]) || (untold.length > 0 ? 'no' : undefined)
          }
        />
        <input type="hidden" name="passOnAsked" value={id} />
      </div>
    )
  })
}

/** What was answered a moment ago, folded: it is sent again as it is, or mended. */
export function Answered({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">What you answered: {inSentence(title)}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  )
}

/** 'Referrals R-20877 to Larch House, R-20878 to Larch Refuge'. */
function referralWords(referrals: AskedProvider['referrals']): string {
  const named = referrals.map(({ reference, serviceName }) => `${reference} to ${serviceName}`)
  return `Referral${named.length === 1 ? '' : 's'} ${named.join(', ')}`
}
