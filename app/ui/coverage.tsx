import type { ReactNode } from 'react'

import { ScrollBox } from './table'

export type Coverage = 'yes' | 'case-by-case' | 'stale' | 'none' | 'not-confirmed'

export interface CoverageCell {
  coverage: Coverage
  /** Instead of the word of its kind: '12 beds'. */
  text?: string
  /** Lines under it: '12 beds', '3 free now'. */
  details?: readonly string[]
}

export interface CoverageTableProps {
  caption: string
  rowHeading: string
  columns: readonly string[]
  rows: ReadonlyArray<{ id: string; name: ReactNode; cells: readonly CoverageCell[] }>
}

const LOOK: Record<Coverage, { sign: string; words: string }> = {
  yes: { sign: '✓', words: 'yes' },
  'case-by-case': { sign: '~', words: 'case by case' },
  stale: { sign: '~', words: 'stale' },
  none: { sign: '✕', words: 'none' },
  'not-confirmed': { sign: '?', words: 'not confirmed' },
}

/** Which authority has what: green, amber, red and hatched, each with its sign and word. */
export function CoverageTable({ caption, rowHeading, columns, rows }: CoverageTableProps) {
  return (
    <ScrollBox label={caption}>
      <table className="govuk-table tg-coverage">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {[rowHeading, ...columns].map(heading => (
              <th key={heading} scope="col" className="govuk-table__header">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map(row => (
            <tr key={row.id} className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                {row.name}
              </th>
              {row.cells.map((cell, index) => (
                <CoverageTableCell key={columns[index]} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** One cell, for tables built elsewhere. A number alone is given its meaning by hidden words: 'yes, 12'. */
export function CoverageTableCell({ cell }: { cell: CoverageCell }) {
  const { sign, words } = LOOK[cell.coverage]
  return (
    <td className={`govuk-table__cell tg-coverage__cell tg-coverage__cell--${cell.coverage}`}>
      <span className="tg-coverage__word">
        <span aria-hidden="true">{sign} </span>
        {cell.text && cell.text !== words && <span className="govuk-visually-hidden">{words}, </span>}
        {cell.text ?? words}
      </span>
      {cell.details?.map(detail => (
        <span key={detail} className="tg-coverage__detail">
          {detail}
        </span>
      ))}
    </td>
  )
}
