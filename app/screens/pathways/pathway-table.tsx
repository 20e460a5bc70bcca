import type { PathwayOutcome } from '~/domain/pathway-map/pathway-map'
import { OUTCOME_WORDS, type PathwayCellShown, type PathwaysPage } from './page'

/** Drawn before the words, so that no meaning rests on colour alone. */
export const SIGNS: Record<PathwayOutcome, string> = { served: '✓', none: '✕', no_data: '?' }

interface PathwayTableProps extends Pick<PathwaysPage, 'by' | 'columns' | 'rows'> {
  mayRecord: boolean
}

/** Which pathway is served where, each cell with its sign and word. On a narrow screen a card for each place, one below the other. */
export function PathwayTable({ by, columns, rows, mayRecord }: PathwayTableProps) {
  return (
    <table className="govuk-table tg-coverage tg-pathways" role="table">
      <caption className="govuk-visually-hidden">Pathways served, by {by}</caption>
      <thead className="tg-coverage__head" role="rowgroup">
        <tr role="row">
          {[by === 'authority' ? 'Authority' : 'Prison', ...columns].map(heading => (
            <th key={heading} scope="col" role="columnheader" className="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ place, name, cells }) => (
          <tr key={place} role="row" className="tg-coverage__row">
            <th scope="row" role="rowheader" className="govuk-table__header">
              {name}
            </th>
            {cells.map(cell => (
              <Cell key={cell.pathway} cell={cell} place={name} mayRecord={mayRecord} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ cell, place, mayRecord }: { cell: PathwayCellShown; place: string; mayRecord: boolean }) {
  const about = `${cell.pathway}, ${place}`
  return (
    <td role="cell" className={`govuk-table__cell tg-coverage__cell tg-pathways__cell--${cell.outcome}`}>
      <span className="tg-coverage__column">{cell.pathway}</span>
      <span className="tg-coverage__word">
        <span aria-hidden="true">{SIGNS[cell.outcome]} </span>
        {OUTCOME_WORDS[cell.outcome]}
      </span>
      {cell.services && (
        <span className="tg-coverage__detail">
          <CellLink href={cell.servicesHref} text={cell.services} about={about} />
        </span>
      )}
      {cell.details.map(detail => (
        <span key={detail} className="tg-coverage__detail">
          {detail}
        </span>
      ))}
      {cell.actions && (
        <span className="tg-coverage__detail">
          <CellLink href="/actions" text={cell.actions} about={about} />
        </span>
      )}
      {mayRecord && (
        <span className="tg-coverage__detail tg-pathways__record">
          <CellLink href={cell.recordHref} text="Record an action" about={about} />
        </span>
      )}
    </td>
  )
}

function CellLink({ href, text, about }: { href: string; text: string; about: string }) {
  return (
    <a className="govuk-link" href={href}>
      {text}
      <span className="govuk-visually-hidden">: {about}</span>
    </a>
  )
}
