import { HistoryTable } from '~/ui/history'
import { withPhones } from '~/ui/phones-in'
import { StrikeOut } from '~/ui/strike-out'
import type { ChangeShown } from './history-lines'

interface RecordHistoryProps {
  caption: string
  changes: readonly ChangeShown[]
  /** What the buttons that strike old words out carry; left out where there are none. */
  carried?: { idempotencyKey: string }
}

/** What was changed of a record, by whom and when, the latest first, with the button that strikes old words out. */
export function RecordHistory({ caption, changes, carried }: RecordHistoryProps) {
  if (changes.length === 0) return <p className="govuk-body">Nothing has been changed yet.</p>
  return (
    <HistoryTable
      caption={caption}
      entries={changes.map(({ lines, strikes, ...change }) => ({
        ...change,
        what: (
          <>
            {lines.map(line => (
              <div key={line}>{withPhones(line)}</div>
            ))}
            {carried && <Strikes strikes={strikes} when={change.when} carried={carried} />}
          </>
        ),
      }))}
    />
  )
}

function Strikes({
  strikes,
  when,
  carried,
}: Pick<ChangeShown, 'strikes' | 'when'> & { carried: { idempotencyKey: string } }) {
  return strikes.map(({ changeId, place, label }) => (
    <StrikeOut
      key={`${changeId} ${place}`}
      summary={`${label}: the old words should never have been typed`}
      removes="the old words for good, wherever this history has them. Who changed them, and when, stays, and that you struck them out."
      values={{ ...carried, intent: 'strike', changeId, place }}
      about={`${label}, ${when}`}
    >
      Strike out the old words
    </StrikeOut>
  ))
}
