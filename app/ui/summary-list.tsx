import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { withPhones } from './phones-in'

export interface SummaryRow {
  key: string
  value: ReactNode
  /** Where to change it; the key is said after the word, as it stands: 'Change Release date'. */
  action?: { to: string; text?: string }
}

/** Questions and their answers. A value that is missing reads 'Not known yet' or 'Not stated': say it in the value. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const someActions = rows.some(row => row.action)
  return (
    <dl className="govuk-summary-list">
      {rows.map((row, at) => (
        <div
          key={`${at} ${row.key}`}
          className={`govuk-summary-list__row${someActions && !row.action ? ' govuk-summary-list__row--no-actions' : ''}`}
        >
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{withPhones(row.value)}</dd>
          {row.action && (
            <dd className="govuk-summary-list__actions">
              <Link className="govuk-link" to={row.action.to}>
                {row.action.text ?? 'Change'}
                <span className="govuk-visually-hidden"> {row.key}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** Short facts in two tight columns, for what is read at a glance and not changed here. */
export function FactList({ rows }: { rows: ReadonlyArray<Pick<SummaryRow, 'key' | 'value'>> }) {
  return (
    <dl className="tg-facts">
      {rows.flatMap(row => [
        <dt key={`${row.key} key`}>{row.key}</dt>,
        <dd key={row.key}>{withPhones(row.value)}</dd>,
      ])}
    </dl>
  )
}
