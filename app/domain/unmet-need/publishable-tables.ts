import type { PeriodKind } from './period'

/**
 * The closed list of what may be published (product.md, "What may be published", step 1): a quarter for the region alone; a year and a pool of three
 * for the region by one dimension; counts of need by authority. What is not a row here is not published.
 */
export interface TableSpec {
  title: string
  periods: readonly PeriodKind[]
  /** What `count` counts. */
  counts: 'episodes' | 'referrals' | 'nights' | 'days' | 'parents'
  /** 'parts': the counts of the cells add up to the total. 'overlapping': one may stand in several cells. 'single': one number, no total. */
  adds: 'parts' | 'overlapping' | 'single'
  /** The cells besides 'total'; a name stands for a list that is elsewhere. */
  cells: readonly string[] | 'authorities' | 'police_areas' | 'reasons' | 'barriers' | 'changes'
  /** The cell of another table that this one's total is, for the same period. */
  partOf?: { table: string; cell: string }
  /** Fewest women behind a published cell. */
  fewest: 5 | 10
  /** Women are printed beside the count, not only behind its threshold. */
  printsWomen?: true
  /** Beds are no people: nothing is hidden and nothing rounded. */
  isSupply?: true
}

const ALWAYS: readonly PeriodKind[] = ['quarter', 'year', 'pool']
const QUARTER_AND_YEAR: readonly PeriodKind[] = ['quarter', 'year']
const YEAR: readonly PeriodKind[] = ['year']
const YEAR_AND_POOL: readonly PeriodKind[] = ['year', 'pool']
const NEED = { table: 'releases', cell: 'need' }

export const PUBLISHABLE_TABLES = {
  coverage: {
    title: 'Women on the release list, by whether the housing question was answered',
    periods: ALWAYS,
    counts: 'episodes',
    adds: 'parts',
    cells: ['answered', 'not_answered'],
    fewest: 5,
  },
  releases: {
    title: 'Releases to the community, by housing need',
    periods: ALWAYS,
    counts: 'episodes',
    adds: 'parts',
    cells: ['need', 'no_need', 'not_asked'],
    fewest: 5,
    printsWomen: true,
  },
  first_night: {
    title: 'Women who needed a place, on their first night',
    periods: ALWAYS,
    counts: 'episodes',
    adds: 'parts',
    cells: ['housed', 'not_housed', 'unknown'],
    partOf: NEED,
    fewest: 5,
    printsWomen: true,
  },
  first_night_all: {
    title: 'All women released, on their first night',
    periods: ALWAYS,
    counts: 'episodes',
    adds: 'parts',
    cells: ['housed', 'not_housed', 'unknown'],
    partOf: { table: 'releases', cell: 'total' },
    fewest: 5,
  },
  secured: {
    title: 'Women who needed a place, by whether one was secured before release',
    periods: ALWAYS,
    counts: 'episodes',
    adds: 'parts',
    cells: ['yes', 'no', 'unknown'],
    partOf: NEED,
    fewest: 5,
  },
  route: {
    title: 'How women who needed a place were housed on the first night',
    periods: YEAR,
    counts: 'episodes',
    adds: 'parts',
    cells: ['approved_route', 'council', 'cas', 'own_home', 'family', 'other', 'unknown'],
    partOf: { table: 'first_night', cell: 'housed' },
    fewest: 5,
  },
  referred: {
    title: 'Women who needed a place, by what their referrals came to',
    periods: QUARTER_AND_YEAR,
    counts: 'episodes',
    adds: 'parts',
    cells: ['not_referred', 'none_successful', 'some_successful', 'open'],
    partOf: NEED,
    fewest: 5,
  },
  referral_outcomes: {
    title: 'Referrals, by how they ended',
    periods: QUARTER_AND_YEAR,
    counts: 'referrals',
    adds: 'parts',
    cells: ['arrived', 'declined', 'expired', 'refused', 'withdrawn', 'no_show', 'placed_elsewhere', 'open'],
    fewest: 5,
  },
  reasons: {
    title: 'Why referrals did not succeed',
    periods: YEAR,
    counts: 'referrals',
    adds: 'overlapping',
    cells: 'reasons',
    fewest: 5,
  },
  barriers: {
    title: 'Barriers of women who needed a place',
    periods: YEAR,
    counts: 'episodes',
    adds: 'overlapping',
    cells: 'barriers',
    partOf: NEED,
    fewest: 5,
  },
  barrier_count: {
    title: 'Women who needed a place, by number of barriers',
    periods: YEAR,
    counts: 'episodes',
    adds: 'parts',
    cells: ['0', '1', '2', '3+'],
    partOf: NEED,
    fewest: 5,
  },
  option_28: {
    title: 'Women who needed a place, by whether anything fitted 28 days before release',
    periods: YEAR,
    counts: 'episodes',
    adds: 'parts',
    cells: ['none', 'some', 'not_run'],
    partOf: NEED,
    fewest: 5,
  },
  option_5: {
    title: 'Women who needed a place, by whether anything fitted 5 days before release',
    periods: YEAR,
    counts: 'episodes',
    adds: 'parts',
    cells: ['none', 'some', 'not_run'],
    partOf: NEED,
    fewest: 5,
  },
  day_91: {
    title: 'Women released, on day 91',
    periods: YEAR,
    counts: 'episodes',
    adds: 'parts',
    cells: ['settled', 'not_settled', 'custody', 'unknown'],
    fewest: 5,
  },
  timeliness: {
    title: 'Women who needed a place, by whether the first referral was in time',
    periods: QUARTER_AND_YEAR,
    counts: 'episodes',
    adds: 'parts',
    cells: ['in_time', 'late', 'not_referred', 'unknown'],
    partOf: NEED,
    fewest: 5,
  },
  decision_days: {
    title: 'Working days to a provider’s first decision, the middle one',
    periods: YEAR,
    counts: 'days',
    adds: 'single',
    cells: ['median'],
    fewest: 10,
  },
  decision_limits: {
    title: 'Referrals decided, by whether inside the limits',
    periods: QUARTER_AND_YEAR,
    counts: 'referrals',
    adds: 'parts',
    cells: ['inside', 'outside'],
    fewest: 5,
  },
  bed_nights: {
    title: 'Nights of supply for women',
    periods: QUARTER_AND_YEAR,
    counts: 'nights',
    adds: 'single',
    cells: [
      'women_only.free',
      'women_only.fresh',
      'women_only.all',
      'mixed.free',
      'mixed.fresh',
      'mixed.all',
    ],
    fewest: 5,
    isSupply: true,
  },
  displacement: {
    title: 'Women housed on the first night, by whether in an area they preferred',
    periods: YEAR_AND_POOL,
    counts: 'episodes',
    adds: 'parts',
    cells: ['preferred', 'elsewhere', 'none_stated', 'unknown'],
    partOf: { table: 'first_night', cell: 'housed' },
    fewest: 5,
  },
  home_to_placed: {
    title: 'Women housed on the first night, by where against home',
    periods: YEAR_AND_POOL,
    counts: 'episodes',
    adds: 'parts',
    cells: ['home', 'region', 'outside', 'unknown'],
    partOf: { table: 'first_night', cell: 'housed' },
    fewest: 5,
  },
  kept: {
    title: 'Places by referral, 84 nights on',
    periods: YEAR,
    counts: 'episodes',
    adds: 'parts',
    cells: ['kept', 'not_taken_up', 'broken'],
    fewest: 5,
  },
  suitable: {
    title: 'Women housed on the first night, by whether they called the place suitable',
    periods: YEAR,
    counts: 'episodes',
    adds: 'parts',
    cells: ['yes', 'no', 'unknown'],
    fewest: 5,
  },
  safe: {
    title: 'Women housed on the first night, by whether they called the place safe',
    periods: YEAR,
    counts: 'episodes',
    adds: 'parts',
    cells: ['yes', 'no', 'unknown'],
    fewest: 5,
  },
  hnia: {
    title: 'Women received, by when the housing needs assessment was done',
    periods: QUARTER_AND_YEAR,
    counts: 'episodes',
    adds: 'parts',
    cells: ['in_4_days', 'later', 'not_recorded'],
    fewest: 5,
  },
  council_notice: {
    title: 'Women who needed a place, by whether a council was told',
    periods: QUARTER_AND_YEAR,
    counts: 'episodes',
    adds: 'parts',
    cells: ['told', 'not_told', 'she_said_no', 'unknown'],
    partOf: NEED,
    fewest: 5,
  },
  need_by_police_area: {
    title: 'Women who needed a place, by police force area of home',
    periods: YEAR_AND_POOL,
    counts: 'episodes',
    adds: 'parts',
    cells: 'police_areas',
    partOf: NEED,
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
  would_have_placed: {
    title: 'What one change would have offered women who were not housed',
    periods: YEAR,
    counts: 'episodes',
    adds: 'overlapping',
    cells: 'changes',
    partOf: { table: 'first_night', cell: 'not_housed' },
    fewest: 5,
  },
  family_path: {
    title: 'Parents and family programmes, from could be reached to completed',
    periods: YEAR,
    counts: 'parents',
    adds: 'overlapping',
    cells: ['could_be_reached', 'nominated', 'started', 'completed'],
    fewest: 5,
  },
  family_not_reached: {
    title: 'Why parents were not reached or left',
    periods: YEAR,
    counts: 'parents',
    adds: 'overlapping',
    cells: ['no_place', 'no_time', 'no_programme', 'released', 'transferred', 'choice', 'security', 'clash'],
    fewest: 5,
  },
  family_rotl: {
    title: 'Parents who needed a temporary licence to take part, by whether one was used',
    periods: YEAR,
    counts: 'parents',
    adds: 'parts',
    cells: ['used', 'not_used'],
    fewest: 5,
  },
} as const satisfies Record<string, TableSpec>

export type TableId = keyof typeof PUBLISHABLE_TABLES

/** The row of a table in the closed list. */
export function tableSpec(id: TableId): TableSpec {
  return PUBLISHABLE_TABLES[id]
}
