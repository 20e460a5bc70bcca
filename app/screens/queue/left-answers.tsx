import { StrikeOut } from '~/ui/strike-out'
import type { LeftLine } from './facts.server'

/** What was answered of a case that left the queue, each with the button that strikes it out. Its words are read by the prison's team alone. */
export function LeftAnswers({ reference, answers }: Pick<LeftLine, 'reference' | 'answers'>) {
  return answers.map(({ id, words, strike }) => (
    <div key={id}>
      <p className="govuk-body">{words}</p>
      {strike && (
        <StrikeOut
          summary="What was written should never have been typed"
          removes="the words for good, for the prison’s team as well. Who wrote them, and when, stays."
          values={{ ...strike, change: 'strike' }}
          about={`case ${reference}: ${words}`}
        />
      )}
    </div>
  ))
}
