import { quoted } from '~/domain/words/struck'
import type { HistoryWords } from '~/screens/referral/history-line'
import { HistoryTable } from '~/ui/history'

/** What has happened to a referral, the latest first, with the words that went with it. */
export function SoFar({ entries }: { entries: readonly HistoryWords[] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">So far</h2>
      <HistoryTable
        caption="So far"
        entries={entries.map(({ id, at, when, what, by, details, note }) => ({
          id,
          at,
          when,
          what: <What what={what} by={by} details={details} note={note} />,
        }))}
      />
    </section>
  )
}

function What({ what, by, details, note }: Pick<HistoryWords, 'what' | 'by' | 'details' | 'note'>) {
  return (
    <>
      {what}
      {by && <span className="tg-quiet"> by {by}</span>}
      {details.length > 0 && <span className="tg-history__more">{details.join('; ')}</span>}
      {note && <span className="tg-history__more">{quoted(note)}</span>}
    </>
  )
}
