import type { Publication } from '~/domain/unmet-need/published'
import { type CountedPeriod, nextPublications } from '~/domain/unmet-need/publishing/next-publications'
import {
  corrected,
  counted,
  drawsFrom,
  type InventedWorld,
  inventedWorld,
  periodsOf,
  type WorldShape,
} from './invented-world'
import { withEnoughWomen } from '~/domain/unmet-need/disclosure/enough-women'
import { fewOrNearest5 } from '~/domain/unmet-need/disclosure/few-or-nearest-5'
import { tableSpec } from '~/domain/unmet-need/publishable-tables'
import type { Counted } from '~/domain/unmet-need/disclosure/counted'
import { type CountedNow, type HiddenCell, hiddenCells, leaks } from './published-bounds'

export interface Inspected {
  shape: WorldShape
  publications: Publication[]
  /** What a solver finds out. */
  found: HiddenCell[]
  hidden: number
}

const NOW = new Date('2026-05-01T09:00:00Z')

/** Draws a world of any size, publishes it quarter by quarter with corrections in between, and lets a solver read everything. */
export function inspect(seed: number): Inspected {
  const draw = drawsFrom(seed)
  const shape = shapeFrom(draw)
  const { publications, world } = publishAsTimePasses(inventedWorld(shape, draw), now =>
    draw() < 0.3 ? corrected(now, shape, Math.ceil(draw() * 4), draw) : now,
  )
  const now = countedNow(world)
  return { shape, publications, found: leaks(publications, now), hidden: hiddenCells(publications, now) }
}

/** What a solver finds of the same world where each cell is only rounded or called few, and nothing is hidden to guard another. */
export function unguarded(seed: number): HiddenCell[] {
  const draw = drawsFrom(seed)
  const world = inventedWorld(shapeFrom(draw), draw)
  const publications = periodsOf(world).map(period => alone(counted(world, period)))
  return leaks(publications, countedNow(world))
}

function alone({ period, tables, isSynthetic }: CountedPeriod): Publication {
  const printed = tables.map(({ id, cells }) => {
    const spec = tableSpec(id)
    const made = cells.map(raw => [raw.cell, withEnoughWomen(fewOrNearest5(raw, spec), raw, spec)] as const)
    return [id, { id, cells: Object.fromEntries(made) }] as const
  })
  const what = { version: 1, because: 'first', isSynthetic, publishedAt: NOW, leftOut: [] } as const
  return { period, ...what, tables: Object.fromEntries(printed) }
}

function shapeFrom(draw: () => number): WorldShape {
  const pick = (of: readonly number[]) => of[Math.floor(draw() * of.length)] ?? 0
  return {
    years: pick([1, 1, 2, 3]),
    episodesAYear: pick([12, 30, 60, 120, 350]),
    needShare: pick([0.2, 0.31, 0.6]),
    unmetShare: pick([0.1, 0.4, 0.7]),
    unknownShare: pick([0, 0.05, 0.2]),
  }
}

/** Publishes each period when it is over; `between` puts things right before each. */
function publishAsTimePasses(
  begun: InventedWorld,
  between: (world: InventedWorld) => InventedWorld,
): { publications: Publication[]; world: InventedWorld } {
  const published: Publication[] = []
  const periods = periodsOf(begun)
  let world = begun
  periods.forEach((_, at) => {
    world = between(world)
    const over = periods.slice(0, at + 1).map(period => counted(world, period))
    published.push(...nextPublications(over, published, NOW))
  })
  return { publications: published, world }
}

function countedNow(world: InventedWorld): CountedNow {
  return nowOf(periodsOf(world).map(period => counted(world, period)))
}

/** The numbers behind counted tables, by name. */
export function nowOf(periods: readonly Counted[]): CountedNow {
  const now = new Map<string, number>()
  for (const { period, tables } of periods)
    for (const { id, cells } of tables)
      for (const { cell, women, count } of cells) {
        now.set(`${period.code} ${id} ${cell} women`, women)
        now.set(`${period.code} ${id} ${cell} count`, count)
      }
  return now
}
