import type { TableId } from '../publishable-tables'

/**
 * What anybody knows of the tables of one period besides their sums and what the closed list says each is part of: whoever reads two
 * tables can put them together, so what is hidden in one is guarded against the other.
 */

/** Each cell of the first is within the same cell of the second. */
export const WITHIN: readonly (readonly [inner: TableId, outer: TableId])[] = [
  ['first_night', 'first_night_all'],
  ['secured_by_authority', 'need_by_authority'],
  ['unmet_by_authority', 'need_by_authority'],
  ['unmet_by_police_area', 'need_by_police_area'],
]

/** The authorities of a police-force area add up to it. */
export const AUTHORITIES_IN_AREAS: readonly (readonly [authorities: TableId, areas: TableId])[] = [
  ['need_by_authority', 'need_by_police_area'],
  ['unmet_by_authority', 'unmet_by_police_area'],
]

type Cell = readonly [table: TableId, cell: string]

/** The first, added up, are at most the others, added up. */
export const AT_MOST: readonly (readonly [less: readonly Cell[], more: readonly Cell[]])[] = [
  [[['day_91', 'total']], [['releases', 'total']]],
  [
    [['coverage', 'answered']],
    [
      ['releases', 'need'],
      ['releases', 'no_need'],
    ],
  ],
  [[['coverage', 'not_answered']], [['releases', 'not_asked']]],
]
