import { authorityName } from '../area/region'
import { reasonLabel, UNMET_REASONS } from '../referral/events/reason-lists'
import { BARRIER_LABELS, BARRIERS } from './barriers'
import { CHANGE_LABELS } from './changes'
import { type TableId, tableSpec } from './publishable-tables'
import { STATED_LABELS } from './stated-criteria'
import { AUTHORITY_CELLS, POLICE_AREA_CELLS } from './table-cells'

/** The cells of a table besides its total, in the order in which they are printed. */
export function cellsOf(table: TableId): readonly string[] {
  const { cells } = tableSpec(table)
  return typeof cells === 'string' ? LISTS[cells] : cells
}

/** What a cell of a table is called, on a page, in a chart and in a file. */
export function cellLabel(table: TableId, cell: string): string {
  if (cell === 'total') return 'Total'
  const own: Readonly<Record<string, string>> = LABELS_OF[table] ?? {}
  return own[cell] ?? WORDS[cell] ?? listLabel(table, cell)
}

const LISTS = {
  authorities: AUTHORITY_CELLS,
  police_areas: POLICE_AREA_CELLS,
  reasons: UNMET_REASONS,
  barriers: BARRIERS,
} as const satisfies Record<string, readonly string[]>

function listLabel(table: TableId, cell: string): string {
  const { cells } = tableSpec(table)
  if (cells === 'authorities') return authorityName(cell)
  if (cells === 'reasons') return reasonLabel(cell)
  if (cells === 'barriers') return (BARRIER_LABELS as Readonly<Record<string, string>>)[cell] ?? cell
  return cell
}

/** What a code says wherever it stands. */
const WORDS: Readonly<Record<string, string>> = {
  unknown: 'Not known',
  outside: 'Outside the region',
  cleveland: 'Cleveland',
  durham: 'Durham',
  northumbria: 'Northumbria',
  yes: 'Yes',
  no: 'No',
  housed: 'Housed',
  not_housed: 'Not housed',
  open: 'Still open',
  not_referred: 'Not referred',
}

const FAMILY_STEPS = {
  could_be_reached: 'Could be reached',
  nominated: 'Nominated',
  started: 'Started',
  run_over: 'Started, and completed or left since',
  completed: 'Completed',
}

/** What a code says in one table. */
const LABELS_OF: Readonly<Partial<Record<TableId, Readonly<Record<string, string>>>>> = {
  coverage: { answered: 'Asked, and answered', not_answered: 'Not answered' },
  releases: {
    need: 'Nowhere to live, or under 12 weeks',
    no_need: 'A place to live',
    not_asked: 'Not asked',
  },
  secured: { yes: 'Secured', no: 'Not secured' },
  route: {
    approved_route: 'A referral',
    council: 'Council',
    cas: 'Probation (approved premises or CAS)',
    own_home: 'Her own home',
    family: 'Family, safe as she says',
    other: 'Another way',
  },
  funnel: {
    referred: 'Referred at least once',
    accepted: 'Had a place to go to by a referral',
    moved_in: 'Moved in, first night',
  },
  referred: {
    none_successful: 'Referred, none successful',
    some_successful: 'Moved in by a referral',
    resolved: 'Resolved in another way',
  },
  referral_outcomes: {
    arrived: 'Moved in',
    declined: 'Declined',
    expired: 'Offer expired',
    refused: 'She refused',
    withdrawn: 'Withdrawn',
    no_show: 'Did not arrive',
    placed_elsewhere: 'Placed elsewhere',
  },
  barrier_count: { '0': 'None recorded', '1': 'One', '2': 'Two', '3+': 'Three or more' },
  option_28: { none: 'Nothing fitted', some: 'Something fitted', not_run: 'Not matched then' },
  option_5: { none: 'Nothing fitted', some: 'Something fitted', not_run: 'Not matched then' },
  would_place: CHANGE_LABELS,
  turned_away: STATED_LABELS,
  day_91: { settled: 'Settled', not_settled: 'Not settled', custody: 'In custody' },
  timeliness: { in_time: 'In time', late: 'Late' },
  decision_days: { median: 'Working days, the middle one' },
  decision_limits: { inside: 'Inside the limits', outside: 'Outside the limits' },
  bed_nights: {
    'women_only.free': 'Women-only, confirmed and free',
    'women_only.fresh': 'Women-only, vacancy confirmed',
    'women_only.all': 'Women-only, all',
    'mixed.free': 'Mixed, confirmed and free',
    'mixed.fresh': 'Mixed, vacancy confirmed',
    'mixed.all': 'Mixed, all',
  },
  displacement: {
    preferred: 'Where she preferred',
    elsewhere: 'Elsewhere',
    none_stated: 'No area preferred',
  },
  home_to_placed: { home: 'At home', region: 'Elsewhere in the region' },
  kept: {
    kept: 'Kept, or ended as planned',
    not_taken_up: 'Not taken up',
    broken: 'Broken within 84 nights',
  },
  hnia: { in_4_days: 'Within 4 days', later: 'Later', not_recorded: 'Not recorded' },
  council_notice: { told: 'Council told', not_told: 'Not told', she_said_no: 'She said no' },
  family_path: FAMILY_STEPS,
  family_children: FAMILY_STEPS,
  family_not_reached: {
    no_place: 'No place',
    no_time: 'No time to finish',
    no_programme: 'No programme there',
    released: 'Released',
    transferred: 'Transferred',
    choice: 'Her or his choice',
    security: 'Security',
    clash: 'Clash with something else',
  },
  family_rotl: { used: 'Licence used', not_used: 'Not used' },
}
