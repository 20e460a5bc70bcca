import { Link } from '@remix-run/react'

import { CHECKS } from '~/domain/outcome/check-questions'
import type { CheckState } from '~/domain/outcome/check-states'
import type { Day } from '~/domain/time/calendar'
import { checkAddress, standingWords } from '~/screens/case/check-words'
import { inSentence } from '~/domain/words/english'
import { type FormState, startOf } from '~/ui/form/form-value'
import { Tick } from '~/ui/form/tick'

export interface MissingChecksProps {
  missing: readonly CheckState[]
  today: Day
}

/** What nobody has recorded of a case that closes: each can be recorded first, or said not to be known. */
export function MissingChecks({
  caseId,
  form,
  missing,
  today,
}: MissingChecksProps & { caseId: string; form: FormState }) {
  return (
    <section>
      <h2 className="govuk-heading-s">Not recorded yet</h2>
      <p className="govuk-body">
        Record it first, or say that nobody can find out. Either can still be mended once the case is closed.
        What is due after today is asked for on its day.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {missing.map(state => (
          <li key={state.kind}>
            <Link className="govuk-link" to={checkAddress(caseId, state.kind)}>
              {CHECKS[state.kind].title}
            </Link>{' '}
            <span className="tg-quiet">{inSentence(standingWords(state, today))}</span>
          </li>
        ))}
      </ul>
      <Tick
        {...startOf(form, 'notKnown')}
        text="What is missing is not known"
        isTicked={form.values['notKnown'] === 'yes'}
      />
    </section>
  )
}
