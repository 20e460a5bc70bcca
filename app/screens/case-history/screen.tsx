import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import { HistoryTable } from '~/ui/history'
import type { WordsLine } from '~/screens/own-words/words-line'
import { WordsTable } from '~/screens/own-words/words-table'
import { BackLink } from '~/ui/page/breadcrumbs'
import { StrikeOut } from '~/ui/strike-out'
import type { HistoryLine } from './page'

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
        <>
          <h2 className="govuk-heading-m">What the team of the case wrote, and was answered</h2>
          <WordsTable
            caption="What the team of the case wrote with referrals and on closing, and what a coordinator answered who reads it no more, the latest first"
            words={words}
            carried={carried}
          />
        </>
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
        <StrikeOut
          removes="the old value for good. Who corrected it, and when, stays."
          values={{ ...carried, changeId: line.id }}
          about={`${line.label}, ${line.when}`}
        >
          Strike out the old value
        </StrikeOut>
      )}
    </>
  )
}
