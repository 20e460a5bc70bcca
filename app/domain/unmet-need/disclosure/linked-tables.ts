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
  ['secured_by_police_area', 'need_by_police_area'],
  ['unmet_by_police_area', 'need_by_police_area'],
]

/** The authorities of a police-force area add up to it. */
export const AUTHORITIES_IN_AREAS: readonly (readonly [authorities: TableId, areas: TableId])[] = [
  ['need_by_authority', 'need_by_police_area'],
  ['secured_by_authority', 'secured_by_police_area'],
  ['unmet_by_authority', 'unmet_by_police_area'],
]

type Cell = readonly [table: TableId, cell: string]
type Cells = readonly Cell[]

/** The first, added up, are as many as the others, for the definitions of both tables say the same of a woman. */
export const AS_MANY: readonly (readonly [some: Cells, others: Cells])[] = [
  [[['funnel', 'moved_in']], [['route', 'approved_route']]],
  [
    [
      ['funnel', 'referred'],
      ['referred', 'not_referred'],
    ],
    [['referred', 'total']],
  ],
  [[['timeliness', 'not_referred']], [['referred', 'not_referred']]],
  [[['suitable', 'total']], [['safe', 'total']]],
]

/** The first, added up, are at most the others, added up. */
export const AT_MOST: readonly (readonly [less: Cells, more: Cells])[] = [
  [
    [['coverage', 'answered']],
    [
      ['releases', 'need'],
      ['releases', 'no_need'],
    ],
  ],
  [[['coverage', 'not_answered']], [['releases', 'not_asked']]],
  [[['referred', 'some_successful']], [['funnel', 'accepted']]],
  [[['first_night_all', 'housed']], [['suitable', 'total']]],
  [[['decision_limits', 'total']], [['referral_outcomes', 'total']]],
  [[['reasons', 'total']], [['referral_outcomes', 'total']]],
  [[['family_path', 'nominated']], [['family_path', 'could_be_reached']]],
  [[['family_path', 'started']], [['family_path', 'nominated']]],
  [[['family_path', 'completed']], [['family_path', 'run_over']]],
  [[['family_path', 'run_over']], [['family_path', 'started']]],
]
