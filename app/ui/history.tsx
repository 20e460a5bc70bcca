import type { ReactNode } from 'react'
import { withPhones } from './phones-in'

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
            <td className="govuk-table__cell tg-history__what">
              {withPhones(entry.what)}
              {entry.by && <By name={entry.by} isOwnLine={typeof entry.what !== 'string'} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who did it: after words in their line, after anything that is drawn in a line of its own. */
function By({ name, isOwnLine }: { name: string; isOwnLine: boolean }) {
  return isOwnLine ? <div className="tg-quiet">{name}</div> : <span className="tg-quiet">, {name}</span>
}
