import { cellOf, supplyAnswers, type SupplyCell } from './cell'
import {
  askedOf,
  GRID_COLUMNS,
  SUPPLY_COLUMN_CODES,
  SUPPLY_COLUMNS,
  type SupplyColumn,
  type SupplyQuestion,
} from './columns'
import type { SupplyService } from './service'

export interface SupplyRow {
  authorityCode: string
  cells: Record<SupplyColumn, SupplyCell>
  /** The combination chosen; null where none is. */
  chosen: SupplyCell | null
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
export function supplyMatrix(
  authorityCodes: readonly string[],
  services: readonly SupplyService[],
  { fromPrison, chosen }: SupplyQuestion,
): SupplyRow[] {
  return authorityCodes.map(authorityCode => {
    const cells = SUPPLY_COLUMN_CODES.map(column => {
      const asked = askedOf(column, fromPrison)
      return [column, cellOf(supplyAnswers(authorityCode, services, asked))]
    })
    return {
      authorityCode,
      cells: Object.fromEntries(cells) as Record<SupplyColumn, SupplyCell>,
      chosen: chosen && cellOf(supplyAnswers(authorityCode, services, chosen)),
    }
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
