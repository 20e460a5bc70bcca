import type { CellShown } from './page'

export interface CoverageTableProps {
  caption: string
  rowHeading: string
  columns: ReadonlyArray<{ id: string; label: string }>
  rows: ReadonlyArray<{ id: string; name: string; cells: readonly CellShown[] }>
}

/** Which authority has what: green, amber, red and hatched, each with its sign and word. On a narrow screen a card an area. */
export function CoverageTable({ caption, rowHeading, columns, rows }: CoverageTableProps) {
  return (
    <table className="govuk-table tg-coverage" role="table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead className="tg-coverage__head" role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" className="govuk-table__header">
            {rowHeading}
          </th>
          {columns.map(({ id, label }) => (
            <th key={id} scope="col" role="columnheader" className="govuk-table__header">
              {label}
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
              <Cell key={columns[index]?.id} column={columns[index]?.label} area={row.name} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Its answer leads to what is behind it; the link names the cell to who hears it alone. */
function Cell({ column, area, cell }: { column: string | undefined; area: string; cell: CellShown }) {
  return (
    <td role="cell" className={`govuk-table__cell tg-coverage__cell tg-coverage__cell--${cell.outcome}`}>
      <span className="tg-coverage__column">{column}</span>
      <a className="govuk-link tg-coverage__word" href={cell.href}>
        <span aria-hidden="true">{cell.sign} </span>
        {cell.words}
        <span className="govuk-visually-hidden">{`: ${column}, ${area}`}</span>
      </a>
      {cell.details.map(detail => (
        <span key={detail} className="tg-coverage__detail">
          {detail}
        </span>
      ))}
    </td>
  )
}
