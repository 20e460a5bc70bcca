import { cellOf, supplyAnswers, type SupplyCell } from './supply-cell'
import { askedOf, GRID_COLUMNS, SUPPLY_COLUMNS, type SupplyAsked, type SupplyColumn } from './supply-columns'
import type { SupplyService } from './supply-service'

export interface SupplyRow<Column extends string = SupplyColumn> {
  authorityCode: string
  cells: Record<Column, SupplyCell>
}

/** A cell of the grid of one authority. */
export interface GridCell extends SupplyCell {
  column: SupplyColumn
  label: string
}

/**
 * The coverage matrix (product.md, "Coverage matrix"): each authority against each thing asked. A service counts in every
 * authority it covers, so rows must not be added up.
 */
export function supplyMatrix<Column extends string>(
  authorityCodes: readonly string[],
  services: readonly SupplyService[],
  columns: Readonly<Record<Column, SupplyAsked>>,
): SupplyRow<Column>[] {
  return authorityCodes.map(authorityCode => {
    const cells = Object.entries<SupplyAsked>(columns).map(([column, asked]) => [
      column,
      cellOf(supplyAnswers(authorityCode, services, asked)),
    ])
    return { authorityCode, cells: Object.fromEntries(cells) as Record<Column, SupplyCell> }
  })
}

/** What there is to ask for in one authority, for a woman who comes from prison: nine cells, three in a row. */
export function supplyGrid(services: readonly SupplyService[], authorityCode: string): GridCell[] {
  return GRID_COLUMNS.map(column => ({
    column,
    label: SUPPLY_COLUMNS[column].label,
    ...cellOf(supplyAnswers(authorityCode, services, askedOf(column, true))),
  }))
}
