import type { CheckQuestion } from '~/domain/outcome/check-questions'
import { labelOf } from '~/domain/words/codes'
import { inSentence } from '~/domain/words/english'
import type { FormState } from '~/ui/form/form-value'
import { CheckField } from './check-field'

/** The questions of a check in their order; those that hang on one answer stand together under it, in sight either way. */
export function CheckFields({ questions, form }: { questions: readonly CheckQuestion[]; form: FormState }) {
  return runsOf(questions).map(run => {
    const [first] = run
    const fields = run.map(question => <CheckField key={question.field} question={question} form={form} />)
    return first?.onlyWhen ? (
      <div key={first.field} className="tg-follows">
        <p className="govuk-hint">{onlyIf(first, questions)}</p>
        {fields}
      </div>
    ) : (
      fields
    )
  })
}

/** Neighbours that hang on the same answer, or on none. */
function runsOf(questions: readonly CheckQuestion[]): CheckQuestion[][] {
  const runs: CheckQuestion[][] = []
  for (const question of questions) {
    const last = runs.at(-1)
    if (last && last[0]?.onlyWhen?.field === question.onlyWhen?.field) last.push(question)
    else runs.push([question])
  }
  return runs
}

/** 'Only if “Was a council told?” is: yes, a council was told'. */
function onlyIf({ onlyWhen }: CheckQuestion, questions: readonly CheckQuestion[]): string {
  const asked = questions.find(({ field }) => field === onlyWhen?.field)
  const answer = labelOf(asked?.choices ?? {}, onlyWhen?.is ?? '')
  return `Only if “${asked?.question}” is: ${inSentence(answer)}`
}
