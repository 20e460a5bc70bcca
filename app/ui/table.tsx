import type { ReactNode } from 'react'

import { classNames } from './class-names'
import { withPhones } from './phones-in'

interface Column<Row> {
  heading: string
  /** The cell; the first column's is a row header when `rowHeaders` is set. */
  cell: (row: Row) => ReactNode
  numeric?: boolean
}

export interface TableProps<Row> {
  caption: string
  /** The caption is for screen readers only, where a heading above says the same. */
  captionHidden?: boolean
  columns: ReadonlyArray<Column<Row>>
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowHeaders?: boolean
  /** On a phone a row is a card, each cell under its heading. The roles are said, for such a layout takes them away. */
  stacks?: boolean
}

/** Rows of the same facts. Too wide for the screen, it scrolls in its own box. */
export function Table<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  rowHeaders,
  stacks = false,
}: TableProps<Row>) {
  const role = (name: string) => (stacks ? { role: name } : {})
  return (
    <ScrollBox label={caption}>
      <table className={classNames('govuk-table', stacks && 'tg-stacked')} {...role('table')}>
        <caption
          className={captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}
        >
          {caption}
        </caption>
        <Head columns={columns} role={role} />
        <tbody className="govuk-table__body" {...role('rowgroup')}>
          {rows.map(row => (
            <tr key={rowKey(row)} className="govuk-table__row" {...role('row')}>
              {columns.map((column, index) => (
                <Cell
                  key={column.heading}
                  isHeader={Boolean(rowHeaders) && index === 0}
                  numeric={column.numeric}
                  stackedUnder={stacks ? column.heading : undefined}
                >
                  {withPhones(column.cell(row))}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** A box that scrolls sideways instead of the page; it takes the keyboard, so its words can be reached without a mouse. */
function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="tg-scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}

function Head<Row>({
  columns,
  role,
}: Pick<TableProps<Row>, 'columns'> & { role: (name: string) => { role?: string } }) {
  return (
    <thead className="govuk-table__head" {...role('rowgroup')}>
      <tr className="govuk-table__row" {...role('row')}>
        {columns.map(column => (
          <th
            key={column.heading}
            scope="col"
            {...role('columnheader')}
            className={classNames('govuk-table__header', column.numeric && 'govuk-table__header--numeric')}
          >
            {column.heading}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Cell({
  isHeader,
  numeric,
  stackedUnder,
  children,
}: {
  isHeader: boolean
  numeric?: boolean
  stackedUnder?: string
  children: ReactNode
}) {
  const look = classNames(
    numeric && (isHeader ? 'govuk-table__header--numeric' : 'govuk-table__cell--numeric'),
  )
  if (isHeader) {
    return (
      <th scope="row" className={classNames('govuk-table__header', look)} role={stackedUnder && 'rowheader'}>
        {children}
      </th>
    )
  }
  return (
    <td
      className={classNames('govuk-table__cell', look)}
      role={stackedUnder && 'cell'}
      data-heading={stackedUnder}
    >
      {children}
    </td>
  )
}
