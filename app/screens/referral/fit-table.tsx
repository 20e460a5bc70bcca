import type { FitRow } from '~/screens/referral/fit'
import { FitTag } from '~/ui/fit'

interface FitTableProps {
  caption: string
  /** Whose policy it is, to the reader: 'Your', 'Their'. */
  whose: 'Your' | 'Their'
  rows: readonly FitRow[]
  /** All is as of the day of the referral, but for what is marked. */
  isOfThatDay: boolean
}

/** Rule by rule: what the service states, what is known of the person, and the answer. On a narrow screen a card a rule.
 * Paper opens no summary: what stands behind one is printed. */
export function FitTable({ rows, ...props }: FitTableProps) {
  const closed = rows.filter(row => row.isClosed)
  const ofClosed = { ...props, caption: `${props.caption}: rules whose detail is closed` }
  return (
    <>
      <Rules {...props} rows={rows.filter(row => !row.isClosed)} />
      {closed.length > 0 && (
        <>
          <details className="govuk-details tg-screen-only">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">
                {closedWords(closed.length, props.isOfThatDay)}: what is known opens to the assessor
              </span>
            </summary>
            <Rules {...ofClosed} rows={closed} />
          </details>
          <div className="tg-print-only">
            <Rules {...ofClosed} rows={closed} />
          </div>
        </>
      )}
    </>
  )
}

function closedWords(count: number, isOfThatDay: boolean): string {
  const rules = count === 1 ? 'rule' : 'rules'
  if (isOfThatDay) return `${count} more ${rules} fitted when referred`
  return `${count} more ${rules} ${count === 1 ? 'fits' : 'fit'}`
}

const HEADINGS = {
  now: ['What is known', 'Answer'],
  then: ['Known when referred', 'Answer when referred'],
} as const

function Rules({ caption, whose, rows, isOfThatDay }: FitTableProps) {
  return (
    <table className="govuk-table tg-fit" role="table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead className="tg-fit__head" role="rowgroup">
        <tr role="row">
          {[`${whose} rule`, ...HEADINGS[isOfThatDay ? 'then' : 'now']].map(heading => (
            <th key={heading} scope="col" role="columnheader" className="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ rule, known, why, was, fit }) => (
          <tr key={rule} role="row" className="tg-fit__row">
            <th scope="row" role="rowheader" className="govuk-table__header tg-fit__rule">
              {rule}
            </th>
            <td
              role="cell"
              className="govuk-table__cell tg-fit__known"
              data-then={isOfThatDay ? 'When referred' : undefined}
            >
              {known}
              {why && <span className="tg-fit__why">{why}</span>}
            </td>
            <td role="cell" className="govuk-table__cell tg-fit__answer">
              <FitTag fit={fit} />
              {was && <span className="tg-fit__why">{was}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
