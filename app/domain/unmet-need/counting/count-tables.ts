import type { BedNight, Episode } from '../episode'
import type { Period } from '../period'
import { cellsOf } from '../cell-words'
import { PUBLISHABLE_TABLES, type TableId, tableSpec } from '../publishable-tables'
import type { RawCell, RawTable } from '../raw-table'
import { OF_PARENTS } from './classify-parents'
import { type Cells, OF_DAY_91, OF_PLACES, OF_RECEPTIONS, OF_REFERRALS, OF_RELEASES } from './classifiers'
import type { CountedWorld } from './world'
import { day91Of, followedUntil, isIn, isReleasedIn } from './judged'

/** Somebody or something in a cell, the woman behind it, and how much it counts: a parent's children, else 1. */
interface Counted {
  woman: string
  cells: readonly string[]
  weight: number
}

/**
 * Every table of the closed list that a period may have, counted and not yet protected. A referral belongs to the period of the release it was
 * for; day 91 and a place's 84 nights to the period in which they are over, so that a period is whole when it ends.
 */
export function countTables(world: CountedWorld, period: Period): RawTable[] {
  const ids = (Object.keys(PUBLISHABLE_TABLES) as TableId[]).filter(id =>
    tableSpec(id).periods.includes(period.kind),
  )
  return ids.flatMap(id => countTable(id, world, period) ?? [])
}

function countTable(id: TableId, world: CountedWorld, period: Period): RawTable | null {
  if (id === 'bed_nights') return bedNights(world.nights, period)
  if (id === 'decision_days') return decisionDays(world.episodes, period)
  const counted = countedFamilies(id, world, period) ?? countedFor(id, world.episodes, period)
  return counted && { id, cells: rawCells(id, counted) }
}

function countedFor(id: TableId, episodes: readonly Episode[], period: Period): Counted[] | null {
  const released = episodes.filter(episode => isReleasedIn(period, episode))
  const ofReleases = OF_RELEASES[id]
  if (ofReleases) return released.flatMap(episode => counted(episode, ofReleases(episode)))
  const ofReferrals = OF_REFERRALS[id]
  if (ofReferrals)
    return released.flatMap(episode =>
      episode.referrals.flatMap(referral => counted(episode, ofReferrals(referral, episode))),
    )
  const [isCounted, cells] = BY_ANOTHER_DAY[id] ?? []
  if (!isCounted || !cells) return null
  return episodes
    .filter(episode => isCounted(period, episode))
    .flatMap(episode => counted(episode, cells(episode)))
}

/** Tables whose period is not that of the release. */
const BY_ANOTHER_DAY: Readonly<
  Partial<
    Record<TableId, readonly [(period: Period, episode: Episode) => boolean, (episode: Episode) => Cells]>
  >
> = {
  hnia: [(period, episode) => isIn(period, episode.receivedOn), OF_RECEPTIONS],
  day_91: [(period, episode) => episode.endedAs === 'released' && isIn(period, day91Of(episode)), OF_DAY_91],
  kept: [
    (period, episode) => episode.endedAs === 'released' && isIn(period, followedUntil(episode)),
    OF_PLACES,
  ],
}

/** An overlapping table may count somebody in no cell but its total. */
function counted({ woman }: { woman: string }, cells: Cells, weight = 1): Counted[] {
  return cells === null ? [] : [{ woman, cells: typeof cells === 'string' ? [cells] : cells, weight }]
}

/** Parents who could first be reached in the period; null for a table that is not of families. */
function countedFamilies(id: TableId, { programmes }: CountedWorld, period: Period): Counted[] | null {
  const cellsOfParent = OF_PARENTS[id]
  if (!cellsOfParent || !programmes) return null
  return programmes
    .filter(({ reachableOn }) => isIn(period, reachableOn))
    .flatMap(parent =>
      counted(parent, cellsOfParent(parent), id === 'family_children' ? (parent.children ?? 0) : 1),
    )
}

function rawCells(id: TableId, all: readonly Counted[]): RawCell[] {
  const total = cellOf('total', all)
  return [
    ...cellsOf(id).map(cell =>
      cellOf(
        cell,
        all.filter(each => each.cells.includes(cell)),
      ),
    ),
    total,
  ]
}

function cellOf(cell: string, all: readonly Counted[]): RawCell {
  return {
    cell,
    women: new Set(all.map(each => each.woman)).size,
    count: sumOf(all.map(each => each.weight)),
  }
}

/** Nobody stands behind a bed: supply is not hidden. */
function bedNights(nights: readonly BedNight[], period: Period): RawTable {
  const inPeriod = nights.filter(({ night }) => isIn(period, night))
  const cells = (['women_only', 'mixed'] as const).flatMap(provision => {
    const own = inPeriod.filter(each => each.provision === provision)
    return [
      { cell: `${provision}.free`, women: 0, count: sumOf(own.map(each => each.freshFree)) },
      { cell: `${provision}.fresh`, women: 0, count: sumOf(own.map(each => each.freshBeds)) },
      { cell: `${provision}.all`, women: 0, count: sumOf(own.map(each => each.beds)) },
    ]
  })
  return { id: 'bed_nights', cells }
}

/** The middle of the working days to a first decision; of an even number of them the lower of the two in the middle. */
function decisionDays(episodes: readonly Episode[], period: Period): RawTable {
  const decided = episodes
    .filter(episode => isReleasedIn(period, episode))
    .flatMap(({ woman, referrals }) =>
      referrals.flatMap(({ workingDaysToDecision: days }) => (days === null ? [] : [{ woman, days }])),
    )
    .sort((a, b) => a.days - b.days)
  const median = decided[Math.floor((decided.length - 1) / 2)]?.days ?? 0
  const women = new Set(decided.map(each => each.woman)).size
  return { id: 'decision_days', cells: [{ cell: 'median', women, count: median }] }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
