import { yearPeriod } from '~/domain/unmet-need/period'
import type { Publication, PublishedValue } from '~/domain/unmet-need/published'
import type { TableId } from '~/domain/unmet-need/publishable-tables'

type Written = number | 'few' | 'hidden'

/** The first version of the year 2025-26, with the counts that are written here and nothing else. */
export function publication(tables: Partial<Record<TableId, Record<string, Written>>>): Publication {
  return {
    period: yearPeriod(2025),
    version: 1,
    because: 'first',
    isSynthetic: true,
    publishedAt: new Date('2026-05-01T06:00:00Z'),
    tables: Object.fromEntries(
      Object.entries(tables).map(([id, cells]) => [id, { id, cells: cellsOf(cells) }]),
    ),
    leftOut: [],
  }
}

function cellsOf(cells: Record<string, Written>) {
  return Object.fromEntries(
    Object.entries(cells).map(([cell, written]) => [cell, { women: null, count: valueOf(written) }]),
  )
}

function valueOf(written: Written): PublishedValue {
  return typeof written === 'number' ? { mark: 'count', value: written } : { mark: written, value: null }
}
