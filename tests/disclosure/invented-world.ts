import { authorities } from '~/domain/area/region'
import { poolPeriod, quarterPeriod, yearPeriod, type Period } from '~/domain/unmet-need/period'
import { PUBLISHABLE_TABLES, type TableId } from '~/domain/unmet-need/publishable-tables'
import type { RawTable } from '~/domain/unmet-need/raw-table'
import type { CountedPeriod } from '~/domain/unmet-need/publishing/next-publications'

/** A release as these worlds know it: in which quarter, whose, and into which cell of which table it counts. */
interface InventedEpisode {
  woman: number
  /** 0 is the first quarter of the first year. */
  quarter: number
  cells: Partial<Record<TableId, readonly string[]>>
}

export interface InventedWorld {
  firstYear: number
  years: number
  episodes: InventedEpisode[]
}

export interface WorldShape {
  years: number
  episodesAYear: number
  needShare: number
  unmetShare: number
  /** Of what was to be recorded. */
  unknownShare: number
}

/** Draws a number from 0 to below 1; the same seed draws the same ones (mulberry32). */
export function drawsFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Shares of home as in the demonstration world's README, in percent. */
const HOMES: Record<string, number> = {
  E06000047: 16,
  E06000004: 12,
  E06000057: 10,
  E08000021: 10,
  E06000002: 9,
  E08000024: 9,
  E06000003: 8,
  E08000022: 7,
  E08000037: 6,
  E06000001: 6,
  E08000023: 5,
  E06000005: 2,
  outside: 8,
  unknown: 2,
}
const YES = { yes: 1, no: 2 }
const ROUTES = { approved_route: 5, council: 30, cas: 20, own_home: 5, family: 30, other: 10 }
const PLACED = { home: 60, region: 25, outside: 5 }
const PREFERRED = { preferred: 60, elsewhere: 25, none_stated: 15 }
const REFERRED = { not_referred: 30, none_successful: 35, some_successful: 30, open: 5 }
const BARRIERS = { '0': 10, '1': 25, '2': 30, '3+': 35 }
const OPTION = { none: 40, some: 50, not_run: 10 }
/** What would have placed her: each by a chance of its own. */
const CHANGES = { bed_women_only: 0.4, people_from_prison: 0.3, arson: 0.1, pets: 0.05, curfew: 0.02 }
/** What turned her away: alike. */
const TURNING = {
  'people_from_prison.no': 0.9,
  'violence.low': 0.3,
  'arson.never': 0.1,
  'pets.no': 0.05,
  'curfew.no': 0.02,
}
const DAYS = { settled: 55, not_settled: 20, custody: 15 }

/** Why a mother was not reached. */
const NOT_REACHED = { no_place: 20, no_time: 20, no_programme: 30, released: 10, choice: 10, security: 5 }

/** A world drawn at random. */
export function inventedWorld(shape: WorldShape, draw: () => number): InventedWorld {
  const many = shape.years * shape.episodesAYear
  const episodes = Array.from({ length: many }, (): InventedEpisode => {
    const woman = Math.floor(draw() * many * 0.85)
    return { woman, quarter: Math.floor(draw() * shape.years * 4), cells: inventedCells(shape, draw) }
  })
  return { firstYear: 2022, years: shape.years, episodes }
}

/** Records something else of some of them: what was wrong is put right. */
export function corrected(
  world: InventedWorld,
  shape: WorldShape,
  many: number,
  draw: () => number,
): InventedWorld {
  const episodes = [...world.episodes]
  for (let time = 0; time < many; time += 1) {
    const at = Math.floor(draw() * episodes.length)
    const before = episodes[at]
    if (before) episodes[at] = { ...before, cells: inventedCells(shape, draw) }
  }
  return { ...world, episodes }
}

/** Every period of the world, each after those it is made of. */
export function periodsOf({ firstYear, years }: InventedWorld): Period[] {
  const each = Array.from({ length: years }, (_, at) => firstYear + at)
  const all = each.flatMap(year => [
    ...([1, 2, 3, 4] as const).map(quarter => quarterPeriod(year, quarter)),
    yearPeriod(year),
  ])
  return years >= 3 ? [...all, poolPeriod(firstYear)] : all
}

/** The tables of a period, counted. */
export function counted(world: InventedWorld, period: Period): CountedPeriod {
  const episodes = world.episodes.filter(({ quarter }) => {
    const { startsOn, endsOn } = quarterPeriod(
      world.firstYear + Math.floor(quarter / 4),
      ((quarter % 4) + 1) as 1 | 2 | 3 | 4,
    )
    return startsOn >= period.startsOn && endsOn <= period.endsOn
  })
  const tables = (Object.keys(CELLS) as (keyof typeof CELLS)[])
    .filter(id => (PUBLISHABLE_TABLES[id].periods as readonly string[]).includes(period.kind))
    .map((id): RawTable => ({ id, cells: countedCells(id, episodes) }))
  return { period, tables, isSynthetic: true }
}

function countedCells(id: keyof typeof CELLS, episodes: readonly InventedEpisode[]) {
  const standing = episodes.filter(({ cells }) => cells[id])
  const cellOf = (cell: string, within: readonly InventedEpisode[]) => ({
    cell,
    women: new Set(within.map(({ woman }) => woman)).size,
    count: within.length,
  })
  const parts = CELLS[id].map(cell =>
    cellOf(
      cell,
      standing.filter(({ cells }) => cells[id]?.includes(cell)),
    ),
  )
  return [...parts, cellOf('total', standing)]
}

const HOUSED = ['housed', 'not_housed', 'unknown']
const POLICE: Record<string, string> = {
  ...Object.fromEntries(
    authorities.map(each => [each.code, (each.policeForce.split(' ')[0] ?? '').toLowerCase()]),
  ),
  outside: 'outside',
  unknown: 'unknown',
}
const CELLS = {
  releases: ['need', 'no_need', 'not_asked'],
  first_night: HOUSED,
  first_night_all: HOUSED,
  secured: ['yes', 'no', 'unknown'],
  route: [...Object.keys(ROUTES), 'unknown'],
  referred: Object.keys(REFERRED),
  barrier_count: Object.keys(BARRIERS),
  day_91: [...Object.keys(DAYS), 'unknown'],
  option_5: Object.keys(OPTION),
  would_place: Object.keys(CHANGES),
  family_path: ['could_be_reached', 'nominated', 'started', 'run_over', 'completed'],
  family_not_reached: [...Object.keys(NOT_REACHED), 'unknown'],
  family_rotl: ['used', 'not_used'],
  turned_away: Object.keys(TURNING),
  displacement: [...Object.keys(PREFERRED), 'unknown'],
  home_to_placed: [...Object.keys(PLACED), 'unknown'],
  need_by_police_area: [...new Set(Object.values(POLICE))],
  unmet_by_police_area: [...new Set(Object.values(POLICE))],
  need_by_authority: Object.keys(HOMES),
  secured_by_authority: Object.keys(HOMES),
  unmet_by_authority: Object.keys(HOMES),
} satisfies Partial<Record<TableId, readonly string[]>>

/** How far a mother came in programmes; each step is of those before it. */
function inventedParent(shape: WorldShape, draw: () => number): InventedEpisode['cells'] {
  if (draw() > 0.4) return {}
  const reached = 1 + [0.5, 0.7, 0.8, 0.7].findIndex(chance => draw() > chance)
  const path = CELLS.family_path.slice(0, reached === 0 ? 5 : reached)
  const why = draw() < shape.unknownShare ? 'unknown' : drawn(NOT_REACHED, draw)
  return {
    family_path: path,
    ...(path.includes('nominated') && draw() < 0.3
      ? { family_rotl: [drawn({ used: 1, not_used: 2 }, draw)] }
      : {}),
    ...(path.includes('completed') ? {} : { family_not_reached: [why] }),
  }
}

function inventedCells(shape: WorldShape, draw: () => number): InventedEpisode['cells'] {
  return { ...inventedRelease(shape, draw), ...inventedParent(shape, draw) }
}

function inventedRelease(shape: WorldShape, draw: () => number): InventedEpisode['cells'] {
  const orUnknown = (weights: Record<string, number>) =>
    draw() < shape.unknownShare ? 'unknown' : drawn(weights, draw)
  const night = orUnknown({ housed: 1 - shape.unmetShare, not_housed: shape.unmetShare })
  const day91 = { day_91: [orUnknown(DAYS)] }
  if (draw() >= shape.needShare) {
    const asked = draw() < shape.unknownShare ? 'not_asked' : 'no_need'
    return { releases: [asked], first_night_all: [night], ...day91 }
  }
  const home = drawn(HOMES, draw)
  const area = POLICE[home] ?? 'unknown'
  const secured = orUnknown(YES)
  const option = drawn(OPTION, draw)
  return {
    ...{ releases: ['need'], first_night: [night], first_night_all: [night], secured: [secured], ...day91 },
    ...{ referred: [drawn(REFERRED, draw)], barrier_count: [drawn(BARRIERS, draw)] },
    ...{ need_by_authority: [home], need_by_police_area: [area] },
    option_5: [option],
    turned_away: chosen(TURNING, draw),
    ...(option === 'none' ? { would_place: chosen(CHANGES, draw) } : {}),
    ...(secured === 'yes' ? { secured_by_authority: [home] } : {}),
    ...(night === 'not_housed' ? { unmet_by_authority: [home], unmet_by_police_area: [area] } : {}),
    ...(night === 'housed'
      ? {
          route: [orUnknown(ROUTES)],
          displacement: [orUnknown(PREFERRED)],
          home_to_placed: [orUnknown(PLACED)],
        }
      : {}),
  }
}

/** Those whose chance came up. */
function chosen(chances: Record<string, number>, draw: () => number): string[] {
  return Object.entries(chances).flatMap(([name, chance]) => (draw() < chance ? [name] : []))
}

function drawn(weights: Record<string, number>, draw: () => number): string {
  let left = draw() * Object.values(weights).reduce((sum, each) => sum + each, 0)
  for (const [name, weight] of Object.entries(weights)) {
    left -= weight
    if (left < 0) return name
  }
  return Object.keys(weights)[0] ?? ''
}
