import { YEAR, type TableSpec } from './table-spec'

/** Parents and family programmes. */
export const FAMILY_TABLES = {
  family_path: {
    title: 'Parents and family programmes, from could be reached to completed',
    periods: YEAR,
    counts: 'parents',
    adds: 'overlapping',
    cells: ['could_be_reached', 'nominated', 'started', 'run_over', 'completed'],
    fewest: 5,
  },
  family_not_reached: {
    title: 'Why parents were not reached or left',
    periods: YEAR,
    counts: 'parents',
    adds: 'parts',
    cells: [
      'no_place',
      'no_time',
      'no_programme',
      'released',
      'transferred',
      'choice',
      'security',
      'clash',
      'unknown',
    ],
    fewest: 5,
  },
  family_rotl: {
    title: 'Parents whose programme needs or allows a temporary licence, by whether one was used',
    periods: YEAR,
    counts: 'parents',
    adds: 'parts',
    cells: ['used', 'not_used'],
    fewest: 5,
  },
  family_children: {
    title: 'Children of parents in prison, from could be reached to completed',
    periods: YEAR,
    counts: 'children',
    adds: 'overlapping',
    cells: ['could_be_reached', 'nominated', 'started', 'run_over', 'completed'],
    fewest: 5,
  },
} as const satisfies Record<string, TableSpec>
