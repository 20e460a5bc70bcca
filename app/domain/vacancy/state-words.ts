import type { Day } from '../region/calendar'
import { dayOrYear } from '../region/near-time'
import type { BedspaceState } from './bedspace-state'
import { VOID_REASON_LABELS } from './vacancy'

const TAKEN = { hold: 'on hold', occupied: 'occupied', turnaround: 'turnaround' } as const

/** 'free', 'occupied to Sat 9 January', 'void until further notice: repair'. Safe for the browser. */
export function stateWords(state: BedspaceState, today: Day): string {
  if (state.kind === 'free') return 'free'
  const until = state.until === null ? 'until further notice' : `to ${dayOrYear(state.until, today)}`
  if (state.kind !== 'void') return `${TAKEN[state.kind]} ${until}`
  if (state.voidReason === 'taken_elsewhere') return `taken ${until}`
  return `void ${until}${state.voidReason ? `: ${VOID_REASON_LABELS[state.voidReason].toLowerCase()}` : ''}`
}
