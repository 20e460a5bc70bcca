import type { PeriodKind } from '../period'

export interface TableSpec {
  title: string
  periods: readonly PeriodKind[]
  /** What `count` counts. */
  counts: 'episodes' | 'referrals' | 'nights' | 'days' | 'parents' | 'children'
  /** 'parts': the counts of the cells add up to the total. 'overlapping': one may stand in several cells. 'single': one number, no total. */
  adds: 'parts' | 'overlapping' | 'single'
  /** The cells besides 'total'; a name stands for a list that is elsewhere. */
  cells: readonly string[] | 'authorities' | 'police_areas' | 'reasons' | 'barriers'
  /** The cell of another table that this one's total is, for the same period. */
  partOf?: { table: string; cell: string }
  /** Fewest women behind a published cell. */
  fewest: 5 | 10
  /** Women are printed beside the count, not only behind its threshold. */
  printsWomen?: true
  /** Beds are no people: nothing is hidden and nothing rounded. */
  isSupply?: true
}

export const ALWAYS: readonly PeriodKind[] = ['quarter', 'year', 'pool']
export const QUARTER: readonly PeriodKind[] = ['quarter']
export const QUARTER_AND_YEAR: readonly PeriodKind[] = ['quarter', 'year']
export const YEAR: readonly PeriodKind[] = ['year']
export const YEAR_AND_POOL: readonly PeriodKind[] = ['year', 'pool']
/** The women a table of need is of. */
export const NEED = { table: 'releases', cell: 'need' }
