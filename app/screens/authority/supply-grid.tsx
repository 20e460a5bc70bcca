import type { SupplyOutcome } from '~/domain/supply/cell'
import type { GridCellShown } from './supply-shown'

/** Drawn before the words, so that no meaning rests on colour alone. */
const SIGNS: Record<SupplyOutcome, string> = {
  yes: '✓',
  case_by_case: '~',
  stale: '~',
  does_not_take: '✕',
  none: '⊘',
  not_confirmed: '?',
}

/** What there is to ask for in one authority, nine cells. */
export function SupplyGrid({ cells }: { cells: readonly GridCellShown[] }) {
  return (
    <ul className="tg-grid">
      {cells.map(({ label, outcome, words, beds, verified }) => (
        <li key={label} className={`tg-grid__cell tg-grid__cell--${outcome}`}>
          <span className="tg-grid__label">{label}</span>
          <strong className="tg-grid__answer">
            <span aria-hidden="true">{SIGNS[outcome]} </span>
            {words}
          </strong>
          <span className="tg-grid__beds">{beds}</span>
          <span className="tg-grid__verified">
            <span className="govuk-visually-hidden">Policy verified: </span>
            {verified}
          </span>
        </li>
      ))}
    </ul>
  )
}
