import type { TableId } from './publishable-tables'

/** One cell before anything is hidden: how many women are behind it, and how often it happened. */
export interface RawCell {
  /** 'total', an authority's code, or a code of the table's own list. */
  cell: string
  women: number
  /** Episodes, referrals or nights, as the table's spec says; never fewer than `women` where it counts episodes or referrals. */
  count: number
}

/** A table of one period as it is counted. It never leaves the transaction that publishes. */
export interface RawTable {
  id: TableId
  cells: readonly RawCell[]
}
