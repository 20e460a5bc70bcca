import type { FitRow } from '~/domain/referral/fit-words'
import { FitTag } from '../fit'

const HEADINGS = ['Your rule', 'What is known', 'Answer'] as const

/** Rule by rule: what the service states, what is known of the person, and the answer. On a narrow screen a card a rule. */
export function FitTable({ caption, rows }: { caption: string; rows: readonly FitRow[] }) {
  return (
    <table className="govuk-table tg-fit" role="table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead className="tg-fit__head" role="rowgroup">
        <tr role="row">
          {HEADINGS.map(heading => (
            <th key={heading} scope="col" role="columnheader" className="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ rule, known, why, fit }) => (
          <tr key={rule} role="row" className="tg-fit__row">
            <th scope="row" role="rowheader" className="govuk-table__header tg-fit__rule">
              {rule}
            </th>
            <td role="cell" className="govuk-table__cell tg-fit__known">
              {known}
              {why && <span className="tg-fit__why">{why}</span>}
            </td>
            <td role="cell" className="govuk-table__cell tg-fit__answer">
              <FitTag fit={fit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
