import type { ComparedAnswers } from '~/domain/case/answers/topic-answers'
import { Table } from '~/ui/table'
import { WarningText } from '~/ui/warning-text'

/** What somebody saved first beside what this person typed; the form below still holds hers, to be saved on top. */
export function StaleNotice({ answers }: { answers: readonly ComparedAnswers[] }) {
  const changed = answers.filter(({ yours, theirs }) => yours !== theirs)
  return (
    <div className="tg-card tg-card--notice">
      <h2 className="tg-card__title">Both versions</h2>
      <WarningText>
        Your answers have not been saved. These questions were answered in another window, or by a colleague,
        while you had them open.
      </WarningText>
      {changed.length === 0 ? (
        <p className="govuk-body">On this page, your answers are the same as what is saved now.</p>
      ) : (
        <Table<ComparedAnswers>
          caption="What differs"
          rowHeaders
          rows={changed}
          rowKey={answer => answer.question}
          columns={[
            { heading: 'Question', cell: answer => answer.question },
            { heading: 'Saved now', cell: answer => answer.theirs },
            { heading: 'You typed', cell: answer => answer.yours },
          ]}
        />
      )}
      <p className="govuk-body">The form below holds what you typed. Change it if you need to, then save.</p>
    </div>
  )
}
