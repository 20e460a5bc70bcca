import { AREA_TABLES } from './tables/area-tables'
import { FAMILY_TABLES } from './tables/family-tables'
import { NEED_TABLES } from './tables/need-tables'
import { REFERRAL_TABLES } from './tables/referral-tables'
import type { TableSpec } from './tables/table-spec'

export type { TableSpec } from './tables/table-spec'

/**
 * The closed list of what may be published (product.md, "What may be published", step 1): a quarter for the region alone; a year and a pool of three
 * for the region by one dimension; counts of need by authority. What is not a row here is not published.
 */
export const PUBLISHABLE_TABLES = {
  ...NEED_TABLES,
  ...REFERRAL_TABLES,
  ...AREA_TABLES,
  ...FAMILY_TABLES,
} as const satisfies Record<string, TableSpec>

export type TableId = keyof typeof PUBLISHABLE_TABLES

/** The row of a table in the closed list. */
export function tableSpec(id: TableId): TableSpec {
  return PUBLISHABLE_TABLES[id]
}
