import type { Period } from './period'
import type { TableId } from './publishable-tables'

/** 'count': a number, to the nearest 5. 'few': fewer than 5, none included. 'hidden': kept back so that another stays hidden. */
export type PublishedMark = 'count' | 'few' | 'hidden'

export interface PublishedValue {
  mark: PublishedMark
  /** The number where the mark is 'count', else null. */
  value: number | null
}

/** A cell's numbers: the episodes, referrals or nights it counts, and the women behind it where the table prints them. */
export interface PublishedCell {
  /** Null where the table prints no women. */
  women: PublishedValue | null
  count: PublishedValue
}

/** A table as it was published: its cells by code, 'total' among them. */
export interface PublishedTable {
  id: TableId
  cells: Readonly<Record<string, PublishedCell>>
}

export type PublishedBecause = 'first' | 'corrected_with_quarter' | 'corrected_at_once'

/** One version of one period, frozen. */
export interface Publication {
  period: Period
  version: number
  because: PublishedBecause
  isSynthetic: boolean
  publishedAt: Date
  tables: Readonly<Partial<Record<TableId, PublishedTable>>>
  /** Tables that could not be protected, and are therefore not published. */
  leftOut: readonly TableId[]
}

const MARK_WORDS: Record<Exclude<PublishedMark, 'count'>, string> = {
  few: 'fewer than 5',
  hidden: 'not shown',
}

/** A published number as every page, chart and file says it: "35", "fewer than 5", "not shown". */
export function valueWords({ mark, value }: PublishedValue): string {
  return mark === 'count' ? (value ?? 0).toLocaleString('en-GB') : MARK_WORDS[mark]
}

/** The cell of a published table, or null where the table, or the cell, is not published. */
export function publishedCell(publication: Publication, table: TableId, cell: string): PublishedCell | null {
  return publication.tables[table]?.cells[cell] ?? null
}
