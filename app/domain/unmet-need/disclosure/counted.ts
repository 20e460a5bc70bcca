import type { Period } from '../period'
import type { Publication } from '../published'
import type { RawTable } from '../raw-table'

/** The tables of a period as they are counted now, before anything is hidden. */
export interface Counted {
  period: Period
  tables: readonly RawTable[]
}

/** What anybody can already read, and what is so: every version published so far, and its periods as they are counted now. */
export interface Known {
  /** The oldest first. */
  publications: readonly Publication[]
  counted: readonly Counted[]
}
