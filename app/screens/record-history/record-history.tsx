import { HistoryTable } from '~/ui/history'
import { withPhones } from '~/ui/phones-in'
import type { ChangeShown } from './history-lines'

/** What was changed of a record, by whom and when, the latest first. */
export function RecordHistory({ caption, changes }: { caption: string; changes: readonly ChangeShown[] }) {
  if (changes.length === 0) return <p className="govuk-body">Nothing has been changed yet.</p>
  return (
    <HistoryTable
      caption={caption}
      entries={changes.map(({ lines, ...change }) => ({
        ...change,
        what: lines.map(line => <div key={line}>{withPhones(line)}</div>),
      }))}
    />
  )
}
