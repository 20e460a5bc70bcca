import type { ReactNode } from 'react'

import { SUPPLY_OUTCOMES, type SupplyOutcome } from '~/domain/report/supply-cell'

interface CoverageCell {
  outcome: SupplyOutcome
  /** Lines under its word: '12 beds, 3 free'. */
  details: readonly string[]
}

export interface CoverageTableProps {
  caption: string
  rowHeading: string
  columns: readonly string[]
  rows: ReadonlyArray<{ id: string; name: ReactNode; cells: readonly CoverageCell[] }>
}

/** Drawn before the words, so that no meaning rests on colour alone. */
const SIGNS: Record<SupplyOutcome, string> = {
  yes: '✓',
  case_by_case: '~',
  stale: '~',
  does_not_take: '✕',
  none: '⊘',
  not_confirmed: '?',
}

/** Which authority has what: green, amber, red and hatched, each with its sign and word. On a narrow screen a card an area. */
export function CoverageTable({ caption, rowHeading, columns, rows }: CoverageTableProps) {
  return (
    <table className="govuk-table tg-coverage" role="table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead className="tg-coverage__head" role="rowgroup">
        <tr role="row">
          {[rowHeading, ...columns].map(heading => (
            <th key={heading} scope="col" role="columnheader" className="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <tr key={row.id} role="row" className="tg-coverage__row">
            <th scope="row" role="rowheader" className="govuk-table__header">
              {row.name}
            </th>
            {row.cells.map((cell, index) => (
              <Cell key={columns[index]} column={columns[index]} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ column, cell: { outcome, details } }: { column: string | undefined; cell: CoverageCell }) {
  return (
    <td role="cell" className={`govuk-table__cell tg-coverage__cell tg-coverage__cell--${outcome}`}>
      <span className="tg-coverage__column">{column}</span>
      <span className="tg-coverage__word">
        <span aria-hidden="true">{SIGNS[outcome]} </span>
        {SUPPLY_OUTCOMES[outcome]}
      </span>
      {details.map(detail => (
        <span key={detail} className="tg-coverage__detail">
          {detail}
        </span>
      ))}
    </td>
  )
}
