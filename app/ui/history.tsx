import type { ReactNode } from 'react'

export interface HistoryEntry {
  id: string
  /** In words, London time: 'Today 09:12', '21 November 14:05'. */
  when: string
  /** For machines; an ISO instant. */
  at: string
  what: ReactNode
  by?: string
}

/** What has happened so far as a tight table, newest where the caller puts it. */
export function HistoryTable({ caption, entries }: { caption: string; entries: readonly HistoryEntry[] }) {
  return (
    <table className="govuk-table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <tbody className="govuk-table__body">
        {entries.map(entry => (
          <tr key={entry.id} className="govuk-table__row">
            <th scope="row" className="govuk-table__header tg-history__when">
              <time dateTime={entry.at}>{entry.when}</time>
            </th>
            <td className="govuk-table__cell">
              {entry.what}
              {entry.by && <span className="tg-quiet">, {entry.by}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
