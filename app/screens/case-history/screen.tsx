import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import { PostButton, type PostButtonProps } from '~/ui/form/post-button'
import { HistoryTable } from '~/ui/history'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { HistoryLine, WordsLine } from './page'

interface CaseHistoryProps {
  summary: CaseSummaryWords
  lines: readonly HistoryLine[]
  words: readonly WordsLine[]
  carried: { idempotencyKey: string }
}

/** What was corrected of a case, by whom and when, for its team. */
export function CaseHistoryScreen({ summary, lines, words, carried }: CaseHistoryProps) {
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      <h1 className="govuk-heading-l">What was corrected</h1>
      <p className="govuk-body">
        Your team alone reads this page. Moves of the release date stand on the case itself.
      </p>
      {lines.length === 0 ? (
        <p className="govuk-body">Nothing has been corrected yet.</p>
      ) : (
        <HistoryTable
          caption="Corrections, the latest first"
          entries={lines.map(line => ({
            ...line,
            by: undefined,
            what: <What line={line} carried={carried} />,
          }))}
        />
      )}
      {words.length > 0 && (
        <HistoryTable
          caption="What your team wrote with referrals, the latest first"
          entries={words.map(line => ({
            ...line,
            by: undefined,
            what: <Words line={line} carried={carried} />,
          }))}
        />
      )}
    </>
  )
}

function Words({ line, carried }: { line: WordsLine; carried: { idempotencyKey: string } }) {
  return (
    <>
      <strong>{line.reference}</strong>: {line.words}
      <span className="tg-quiet">, {line.by}</span>
      {line.mayStrike && (
        <Strike
          removes="the words for good, for everybody who could read them. Who wrote them, and when, stays."
          values={{ ...carried, wordsId: line.id }}
          about={`${line.reference}, ${line.when}`}
        >
          Strike out the words
        </Strike>
      )}
    </>
  )
}

function What({ line, carried }: { line: HistoryLine; carried: { idempotencyKey: string } }) {
  return (
    <>
      <strong>{line.label}</strong>: was {line.from}; became {line.to}
      <span className="tg-quiet">, {line.by}</span>
      {line.mayStrike && (
        <Strike
          removes="the old value for good. Who corrected it, and when, stays."
          values={{ ...carried, changeId: line.id }}
          about={`${line.label}, ${line.when}`}
        >
          Strike out the old value
        </Strike>
      )}
    </>
  )
}

interface StrikeProps extends Required<Pick<PostButtonProps, 'values' | 'about' | 'children'>> {
  /** What striking out removes, and what stays. */
  removes: string
}

function Strike({ removes, ...button }: StrikeProps) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">This should never have been typed</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">Striking out removes {removes}</p>
        <PostButton look="warning" {...button} />
      </div>
    </details>
  )
}
