import { createHash } from 'node:crypto'
import { dayAndInstant, dayOf } from './document'
import type { HeldService } from './search-engine'
import type { Moment } from './search-query'

/** How an engine differs from the database, by the ids of services. */
export interface Drift {
  compared: number
  missing: readonly string[]
  extra: readonly string[]
  different: readonly string[]
  /** Made on an earlier day, and as true as then: the days ahead are listed further on. */
  aged: readonly string[]
}

/** What is wrong with one service as it is held. */
export type Fault = Exclude<keyof Drift, 'compared'>

/** Two marks of a service as it is held: of what it says at a moment, and of every byte. */
export interface Marks {
  says: string
  bytes: string
}

/** Days further on than this are listed or not by the day a document was made on. */
const DAYS_COMPARED = 300

/** The marks of a service as it is held, at a moment: instants that have passed and days that are over say nothing any more. */
export function marksOf(held: HeldService, moment: Moment): Marks {
  const { expectedDays: _, firstFreeDay: __, ...lasting } = held
  const says = {
    ...lasting,
    freeSince: notBefore(held.freeSince, moment),
    freeOn: daysAhead(held.freeOn, moment),
  }
  return { says: hashOf(says), bytes: hashOf(held) }
}

/** What is wrong with a service that is held so and should be so; null when nothing is. */
export function faultOf(held: Marks | undefined, wanted: Marks | undefined): Fault | null {
  if (wanted === undefined) return held === undefined ? null : 'extra'
  if (held === undefined) return 'missing'
  if (held.says !== wanted.says) return 'different'
  return held.bytes === wanted.bytes ? null : 'aged'
}

/** True when something was wrong that time alone does not explain. */
export function hasDrifted({ missing, extra, different }: Drift): boolean {
  return missing.length + extra.length + different.length > 0
}

/** What was found, for whoever runs it: numbers and ids of services. */
export function describeDrift(drift: Drift): string[] {
  const { compared, missing, extra, different, aged } = drift
  const found = { missing, 'not in the database': extra, different }
  return [
    `Compared ${compared} services: ${missing.length} missing, ${extra.length} not in the database, ${different.length} different, ${aged.length} brought up to today.`,
    ...Object.entries(found)
      .filter(([, ids]) => ids.length > 0)
      .map(([name, ids]) => `${name}: ${ids.join(' ')}`),
  ]
}

function daysAhead(freeOn: readonly number[], moment: Moment): number[] {
  return freeOn
    .map(number => [dayOf(number), number - dayAndInstant(dayOf(number), 0)] as const)
    .filter(([day]) => day >= moment.today && day < moment.today + DAYS_COMPARED)
    .map(([day, seconds]) => dayAndInstant(day, Math.max(seconds, moment.seconds)))
}

function notBefore(instant: number | null, { seconds }: Moment): number | null {
  return instant === null ? null : Math.max(instant, seconds)
}

function hashOf(value: object): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(value)))
    .digest('base64')
}

/** Names in order, whatever order an engine gives them in. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, inOrder(inner)])
}
