import { addDays, daysBetween, type Day } from '~/domain/time/calendar'
import { sureEnd, turnaroundsBefore } from '~/domain/vacancy/free/free-days'
import type { Claim, ClaimKind } from '~/domain/vacancy/vacancy'

/** What a room is on each day of the coming weeks, one code a day. Safe for the browser. */

export const OCCUPANCY_DAYS = 56

/** What the codes of the table mean, in the order of its key. A code says without colour what the cell is. */
export const DAY_STATES = {
  free: { code: 'F', words: 'free' },
  hold: { code: 'H', words: 'held for somebody' },
  occupied: { code: 'O', words: 'occupied' },
  leaving: { code: 'L', words: 'occupied, or free if the person leaves as expected' },
  turnaround: { code: 'T', words: 'turnaround' },
  void: { code: 'V', words: 'void' },
} as const
export type DayState = keyof typeof DAY_STATES

/** The state of a room on each day from today on, by its standing claims. Somebody who is sure to leave does, and the turnaround follows. */
export function daysOf(claims: readonly Claim[], turnaround: number, today: Day): DayState[] {
  const days: DayState[] = Array.from({ length: OCCUPANCY_DAYS }, () => 'free')
  const ahead = turnaroundsBefore(claims, turnaround, today)
  const parts = [
    ...ahead.map(gap => ({ state: 'turnaround', ...gap }) as const),
    ...claims.flatMap(claim => partsOf(claim, turnaround, today)),
  ]
  // Somebody who stays on is there, over the days that are promised after.
  for (const { state, from, until } of [...parts].sort(byStrength)) {
    const start = Math.max(0, daysBetween(today, from))
    const end = until === null ? OCCUPANCY_DAYS : Math.min(OCCUPANCY_DAYS, daysBetween(today, until))
    if (end > start) days.fill(state, start, end)
  }
  return days
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
  leaving: 1,
  turnaround: 2,
  hold: 3,
  void: 4,
  occupied: 5,
}

function byStrength(a: Part, b: Part): number {
  return STRENGTH[a.state] - STRENGTH[b.state]
}

/** How many rooms are in each state on a day. */
export function countOn(rooms: ReadonlyArray<readonly DayState[]>, day: number): Record<DayState, number> {
  const counts = { free: 0, hold: 0, occupied: 0, leaving: 0, turnaround: 0, void: 0 }
  for (const days of rooms) counts[days[day] ?? 'free'] += 1
  return counts
}

/** The days of the table, the first of each week apart. */
export function tableDays(today: Day): Day[] {
  return Array.from({ length: OCCUPANCY_DAYS }, (_, index) => addDays(today, index))
}
