import { NEED, YEAR_AND_POOL, type TableSpec } from './table-spec'

/** Need by where women call home. */
export const AREA_TABLES = {
  need_by_police_area: {
    title: 'Women who needed a place, by police force area of home',
    periods: YEAR_AND_POOL,
    counts: 'episodes',
    adds: 'parts',
    cells: 'police_areas',
    partOf: NEED,
    fewest: 5,
  },
  secured_by_police_area: {
    title: 'Women with a place secured before release, by police force area of home',
    periods: YEAR_AND_POOL,
    counts: 'episodes',
    adds: 'parts',
    cells: 'police_areas',
    partOf: { table: 'secured', cell: 'yes' },
    fewest: 5,
  },
  unmet_by_police_area: {
    title: 'Women not housed on the first night, by police force area of home',
    periods: YEAR_AND_POOL,
    counts: 'episodes',
    adds: 'parts',
    cells: 'police_areas',
    partOf: { table: 'first_night', cell: 'not_housed' },
    fewest: 5,
  },
  need_by_authority: {
    title: 'Women who needed a place, by authority of home',
    periods: YEAR_AND_POOL,
    counts: 'episodes',
    adds: 'parts',
    cells: 'authorities',
    partOf: NEED,
    fewest: 5,
  },
  secured_by_authority: {
    title: 'Women with a place secured before release, by authority of home',
    periods: YEAR_AND_POOL,
    counts: 'episodes',
    adds: 'parts',
    cells: 'authorities',
    partOf: { table: 'secured', cell: 'yes' },
    fewest: 5,
  },
  unmet_by_authority: {
    title: 'Women not housed on the first night, by authority of home',
    periods: YEAR_AND_POOL,
    counts: 'episodes',
    adds: 'parts',
    cells: 'authorities',
    partOf: { table: 'first_night', cell: 'not_housed' },
    fewest: 5,
  },
} as const satisfies Record<string, TableSpec>
