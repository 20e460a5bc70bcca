import { addDays, daysBetween, type Day } from '~/domain/time/calendar'
import { FEWEST_NIGHTS, sureEnd, turnaroundsBefore } from '~/domain/vacancy/free/free-days'
import type { Claim, ClaimKind } from '~/domain/vacancy/vacancy'

/** What a room is on each day of the coming weeks, one code a day. Safe for the browser. */

export const OCCUPANCY_DAYS = 56

/** What the codes of the table mean, in the order of its key. A code says without colour what the cell is. */
export const DAY_STATES = {
  free: { code: 'F', words: 'free' },
  short: { code: 'E', words: 'empty, for one night and no longer: not offered' },
  hold: { code: 'H', words: 'held for somebody' },
  occupied: { code: 'O', words: 'occupied' },
  leaving: { code: 'L', words: 'occupied, or free if the person leaves as expected' },
  turnaround: { code: 'T', words: 'turnaround, from the last day of a stay on' },
  void: { code: 'V', words: 'void' },
} as const
export type DayState = keyof typeof DAY_STATES

/**
 * The state of a room on each day from today on, by its standing claims: what it is in the night of that day. Somebody who is sure to
 * leave does, and the turnaround follows.
 */
export function daysOf(claims: readonly Claim[], turnaround: number, today: Day): DayState[] {
  // As far as it takes to see how long what begins in the last days is free.
  const days: DayState[] = Array.from({ length: OCCUPANCY_DAYS + FEWEST_NIGHTS }, () => 'free')
  const ahead = turnaroundsBefore(claims, turnaround, today)
  const parts = [
    ...ahead.map(gap => ({ state: 'turnaround', ...gap }) as const),
    ...claims.flatMap(claim => partsOf(claim, turnaround, today)),
  ]
  // Somebody who stays on is there, over the days that are promised after.
  for (const { state, from, until } of [...parts].sort(byStrength)) {
    const start = Math.max(0, daysBetween(today, from))
    const end = until === null ? days.length : Math.min(days.length, daysBetween(today, until))
    if (end > start) days.fill(state, start, end)
  }
  return withoutShortGaps(days).slice(0, OCCUPANCY_DAYS)
}

/** What is empty for fewer nights than may be offered counts as free nowhere, and does not here. */
function withoutShortGaps(days: readonly DayState[]): DayState[] {
  const found = [...days]
  for (let start = 0; start < days.length; start += 1) {
    if (days[start] !== 'free' || (start > 0 && days[start - 1] === 'free')) continue
    const taken = days.findIndex((state, day) => day > start && state !== 'free')
    if (taken !== -1 && taken - start < FEWEST_NIGHTS) found.fill('short', start, taken)
  }
  return found
}

interface Part {
  state: DayState
  from: Day
  until: Day | null
}

function partsOf(claim: Claim, turnaround: number, today: Day): Part[] {
  const { kind, from, until, leaves, lastOn } = claim
  const sure = sureEnd(claim, turnaround, today)
  if (sure) return endingOn(kind, from, sure)
  if (lastOn && until !== null) return endingOn(kind, from, { lastOn, until })
  if (kind === 'occupied' && until === null && leaves && leaves.on >= today)
    return [
      { state: 'occupied', from, until: leaves.on },
      { state: 'leaving', from: leaves.on, until: null },
    ]
  return [{ state: kind, from, until }]
}

function endingOn(kind: ClaimKind, from: Day, { lastOn, until }: { lastOn: Day; until: Day }): Part[] {
  return [
    { state: kind, from, until: lastOn },
    { state: 'turnaround', from: lastOn, until },
  ]
}

const STRENGTH: Record<DayState, number> = {
  free: 0,
  short: 1,
  leaving: 2,
  turnaround: 3,
  hold: 4,
  void: 5,
  occupied: 6,
}

function byStrength(a: Part, b: Part): number {
  return STRENGTH[a.state] - STRENGTH[b.state]
}

/** How many rooms are in each state on a day. */
export function countOn(rooms: ReadonlyArray<readonly DayState[]>, day: number): Record<DayState, number> {
  const counts = { free: 0, short: 0, hold: 0, occupied: 0, leaving: 0, turnaround: 0, void: 0 }
  for (const days of rooms) counts[days[day] ?? 'free'] += 1
  return counts
}

/** The days of the table, the first of each week apart. */
export function tableDays(today: Day): Day[] {
  return Array.from({ length: OCCUPANCY_DAYS }, (_, index) => addDays(today, index))
}
